package ma.balagh.dispatch.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.IntFunction;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;

/** Samples of a stage for a file. */
@ApplicationScoped
public class StageExportService {

    /** A file of more is nothing that somebody reads. */
    private static final int MOST = 10_000;

    private final StageExportRepository repository;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;

    StageExportService(StageExportRepository repository, Timestamps moments, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    /**
     * All samples; that they were taken is noted first, where nobody can change it.
     *
     * @param read the samples, at most so many
     */
    @Transactional
    public <T> List<T> export(
            ExportedFigures figures, Enum<?> stage, StatisticsPeriod period, String by, IntFunction<List<T>> read) {
        var samples = read.apply(MOST + 1);
        if (samples.size() > MOST) {
            throw CommonProblem.invalid(Violation.tooMany("from", MOST));
        }
        // Exports are nobody's to see, so that nobody can tell whose are noted.
        serviceWork.run(() -> repository.note(figures, stage, period, samples.size(), by, moments.now()));
        return samples;
    }
}
