package ma.balagh.dispatch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.balagh.dispatch.statistics.ExportedFigures;
import ma.balagh.dispatch.statistics.StageExportService;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import ma.balagh.http.Caller;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Figures over the stages of a video, and what is behind them, in the caller's territory. What belongs to an inquiry is left
 * out of both; commanders do not see inquiries, so that the service reads for them.
 */
@ApplicationScoped
class ClockStatisticsService {

    private final ClockSampleRepository repository;
    private final ClockTargetConfig targets;
    private final StageExportService exports;
    private final ServiceWorkRunner serviceWork;

    ClockStatisticsService(
            ClockSampleRepository repository,
            ClockTargetConfig targets,
            StageExportService exports,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.targets = targets;
        this.exports = exports;
        this.serviceWork = serviceWork;
    }

    @Transactional
    ClockStatistics statistics(StatisticsPeriod period, Caller caller) {
        var visible = caller.jurisdictions().patterns();
        return serviceWork.call(() -> ClockStatistics.of(
                period,
                repository.durations(period, visible),
                repository.durations(period.before(), visible),
                targets));
    }

    /** At most so many, the slowest first. */
    @Transactional
    List<ClockSample> slowest(StatisticsPeriod period, Stage stage, Caller caller, int most) {
        var visible = caller.jurisdictions().patterns();
        return serviceWork.call(() -> repository.samples(period, stage, visible, most));
    }

    /** All samples, for a file, which is noted. */
    @Transactional
    List<ClockSample> export(StatisticsPeriod period, Stage stage, Caller caller) {
        return exports.export(
                ExportedFigures.CLOCKS, stage, period, caller.name(), most -> slowest(period, stage, caller, most));
    }
}
