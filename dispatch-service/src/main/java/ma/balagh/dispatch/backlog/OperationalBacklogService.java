package ma.balagh.dispatch.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.dispatch.Timestamps;
import org.jspecify.annotations.Nullable;

/** Counts what waits, as far as the caller sees it. */
@ApplicationScoped
class OperationalBacklogService {

    private final OperationalBacklogRepository repository;
    private final Timestamps moments;

    OperationalBacklogService(OperationalBacklogRepository repository, Timestamps moments) {
        this.repository = repository;
        this.moments = moments;
    }

    /** @param jurisdiction that territory and what lies in it; null for all that the caller sees */
    @Transactional
    OperationalBacklog backlog(@Nullable String jurisdiction) {
        var now = moments.now();
        return new OperationalBacklog(
                now,
                OperationalBacklog.inOrder(repository.stages(now, jurisdiction)),
                repository.missingRights(jurisdiction),
                repository.drafts(jurisdiction),
                repository.plans(now, jurisdiction));
    }
}
