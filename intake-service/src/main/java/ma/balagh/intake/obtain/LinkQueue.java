package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which link comes next, and who works on it. What is not obtained stays in the queue for ever. */
@ApplicationScoped
class LinkQueue {

    private final LinkLeaseRepository leases;
    private final SharedLinkRepository shared;

    LinkQueue(LinkLeaseRepository leases, SharedLinkRepository shared) {
        this.leases = leases;
        this.shared = shared;
    }

    /** Takes the link that is due for longest of those whose host may be asked now; others of its address wait for it. */
    @Transactional
    Optional<Claim> claim() {
        shared.lock();
        for (List<UUID> due = leases.due(); !due.isEmpty(); due = leases.due()) {
            boolean followed = false;
            for (UUID link : due) {
                Optional<UUID> leader = shared.leaderOf(link);
                if (leader.isEmpty()) {
                    Optional<Claim> claim = leases.lease(link);
                    if (claim.isPresent()) {
                        shared.gather(link);
                        return claim;
                    }
                } else {
                    followed |= shared.gather(leader.get());
                }
            }
            if (!followed) {
                break;
            }
        }
        return Optional.empty();
    }
}
