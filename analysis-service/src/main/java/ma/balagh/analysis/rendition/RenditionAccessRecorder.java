package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;

/** Records who looked at which rendition, when and why. A rendition in use is kept for longer. */
@ApplicationScoped
class RenditionAccessRecorder {

    private final RenditionRepository repository;
    private final Caller caller;
    private final RenditionConfig config;
    private final Clock clock;

    RenditionAccessRecorder(RenditionRepository repository, Caller caller, RenditionConfig config, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /** The many parts in which a player asks for a film are one look. */
    @Transactional
    void record(UUID renditionId, Purpose purpose) {
        Instant now = clock.instant();
        if (repository.recordLook(renditionId, caller, purpose, now, now.minus(config.look()))) {
            repository.use(renditionId, now);
        }
    }
}
