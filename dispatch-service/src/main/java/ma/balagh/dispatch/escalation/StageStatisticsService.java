package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.escalation.StageStatisticsRepository.Period;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;

/** Figures over the stages that were completed, as far as the caller sees their incidents. */
@ApplicationScoped
class StageStatisticsService {

    /** A file of more is nothing that somebody reads. */
    private static final int MOST_EXPORTED = 10_000;

    private final StageStatisticsRepository repository;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;

    StageStatisticsService(StageStatisticsRepository repository, Timestamps moments, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    @Transactional
    StageStatistics statistics(Period period) {
        return new StageStatistics(
                period.from(),
                period.to(),
                period.jurisdiction(),
                period.incidentType(),
                StageStatistics.trends(repository.figures(period), repository.figures(period.before())));
    }

    /** At most so many, the slowest first. */
    @Transactional
    List<StageSample> slowest(Period period, IncidentStage stage, int most) {
        return repository.samples(period, stage, most);
    }

    /** All samples, for a file; that it was made is noted first, where nobody can change it. */
    @Transactional
    List<StageSample> export(Period period, IncidentStage stage, String by) {
        var samples = repository.samples(period, stage, MOST_EXPORTED + 1);
        if (samples.size() > MOST_EXPORTED) {
            throw CommonProblem.invalid(Violation.tooMany("from", MOST_EXPORTED));
        }
        // Exports are nobody's to see, so that nobody can tell whose are noted.
        serviceWork.run(() -> repository.noteExport(by, moments.now(), period, stage, samples.size()));
        return samples;
    }
}
