package ma.balagh.intake.obtain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.source.feed.WebAddressParser;
import org.jboss.logging.Logger;

/**
 * Gives what one link has come to, to all that follow it: each in a transaction of its own, which ends one link and needs no
 * lease. Replicas take turns at one link.
 */
@ApplicationScoped
class LinkSharingScheduler {

    private static final Logger LOG = Logger.getLogger(LinkSharingScheduler.class);

    private static final int AT_ONCE = 200;

    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    /** What became of one follower. */
    private enum Turn {
        DONE,
        FAILED,
        ANOTHER_REPLICAS
    }

    private final SharedLinkRepository links;
    private final MediaFetchRepository fetches;
    private final ObtainedLinkService obtained;
    private final MissingLinkService missing;
    private volatile boolean stopping;

    LinkSharingScheduler(
            SharedLinkRepository links,
            MediaFetchRepository fetches,
            ObtainedLinkService obtained,
            MissingLinkService missing) {
        this.links = links;
        this.fetches = fetches;
        this.obtained = obtained;
        this.missing = missing;
    }

    @Scheduled(every = "${balagh.obtain.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void share() {
        // In turns, so that an address that very many name holds up no other.
        for (List<SharedLinkRepository.Ended> leaders = links.ended(AT_ONCE); !leaders.isEmpty(); ) {
            leaders = leaders.stream().filter(this::shareSome).toList();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** @return whether there may be more */
    private boolean shareSome(SharedLinkRepository.Ended leader) {
        UUID fetchId = leader.fetchId();
        if (fetchId == null) {
            links.release(leader.id());
            return false;
        }
        List<FollowingLink> waiting = links.followers(leader.id(), AT_ONCE);
        if (waiting.isEmpty()) {
            links.settled(leader.id());
            return false;
        }
        MediaFetchRepository.Shared fetch = fetches.shared(fetchId);
        boolean isMore = true;
        for (FollowingLink link : waiting) {
            if (stopping) {
                return false;
            }
            switch (share(link, leader, fetch)) {
                case DONE -> {}
                // It is found again the next time; the others go on.
                case FAILED -> isMore = false;
                case ANOTHER_REPLICAS -> {
                    return false;
                }
            }
        }
        return isMore;
    }

    private Turn share(FollowingLink link, SharedLinkRepository.Ended leader, MediaFetchRepository.Shared fetch) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> give(link, leader, fetch));
        } catch (LinkEndedException e) {
            return Turn.DONE;
        } catch (RuntimeException e) {
            LOG.warnf(e, "what was fetched could not be shared; trying again later mediaLink=%s", link.id());
            return Turn.FAILED;
        }
    }

    private Turn give(FollowingLink link, SharedLinkRepository.Ended leader, MediaFetchRepository.Shared fetch) {
        if (!links.tryLock(leader.id())) {
            return Turn.ANOTHER_REPLICAS;
        }
        if (!links.isWaiting(link)) {
            return Turn.DONE;
        }
        UUID evidence = leader.evidenceId();
        FailureReason why = leader.why();
        if (evidence != null) {
            obtained.share(link, evidence, fetch);
        } else if (fetch.page() != null) {
            URI page = WebAddressParser.of(fetch.finalAddress(), NOWHERE).orElse(NOWHERE);
            missing.readToo(link, page, fetch.page(), fetch.id());
        } else if (why != null) {
            missing.unobtainableToo(link, why, fetch.id());
        } else {
            return Turn.FAILED;
        }
        return Turn.DONE;
    }
}
