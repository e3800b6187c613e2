package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.statistics.ExportedFigures;
import ma.balagh.dispatch.statistics.StageExportService;
import ma.balagh.dispatch.statistics.StatisticsPeriod;

/** Figures over the stages that were completed, as far as the caller sees their incidents. */
@ApplicationScoped
class StageStatisticsService {

    private final StageStatisticsRepository repository;
    private final StageExportService exports;

    StageStatisticsService(StageStatisticsRepository repository, StageExportService exports) {
        this.repository = repository;
        this.exports = exports;
    }

    @Transactional
    StageStatistics statistics(StatisticsPeriod period) {
        return new StageStatistics(
                period.from(),
                period.to(),
                period.jurisdiction(),
                period.incidentType(),
                StageStatistics.trends(repository.figures(period), repository.figures(period.before())));
    }

    /** At most so many, the slowest first. */
    @Transactional
    List<StageSample> slowest(StatisticsPeriod period, IncidentStage stage, int most) {
        return repository.samples(period, stage, most);
    }

    /** All samples, for a file, which is noted. */
    @Transactional
    List<StageSample> export(StatisticsPeriod period, IncidentStage stage, String by) {
        return exports.export(
                ExportedFigures.INCIDENT_STAGES, stage, period, by, most -> repository.samples(period, stage, most));
    }
}
