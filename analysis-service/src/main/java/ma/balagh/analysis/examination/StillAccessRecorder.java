package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import org.jspecify.annotations.Nullable;

/** Records who looked at which still or moment of a medium, when and why. */
@ApplicationScoped
public class StillAccessRecorder {

    private final StillRepository repository;
    private final Caller caller;
    private final Clock clock;

    StillAccessRecorder(StillRepository repository, Caller caller, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void record(UUID examinationId, int number, Purpose purpose) {
        add(examinationId, number, null, purpose);
    }

    /** @param at seconds from the beginning at which the picture appears */
    @Transactional
    public void recordMoment(UUID examinationId, double at, Purpose purpose) {
        add(examinationId, null, at, purpose);
    }

    /** A look at all stills at once. */
    @Transactional
    public void recordAll(UUID examinationId, Purpose purpose) {
        add(examinationId, null, null, purpose);
    }

    private void add(UUID examinationId, @Nullable Integer number, @Nullable Double at, Purpose purpose) {
        repository.recordLook(examinationId, number, at, caller, purpose, clock.instant());
    }
}
