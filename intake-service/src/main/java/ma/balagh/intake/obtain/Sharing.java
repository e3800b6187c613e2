package ma.balagh.intake.obtain;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.source.feed.WebAddress;
import org.jboss.logging.Logger;

/** Gives what one link has come to, to all that wait for it: each in a transaction of its own. */
@ApplicationScoped
class Sharing {

    private static final Logger LOG = Logger.getLogger(Sharing.class);

    /** So many are held at once: few enough to be done long before the lease ends. */
    private static final int AT_ONCE = 200;

    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private final SharedLinkRepository links;
    private final MediaFetchRepository fetches;
    private final ObtainedLinks obtained;
    private final MissingLinks missing;
    private volatile boolean stopping;

    Sharing(SharedLinkRepository links, MediaFetchRepository fetches, ObtainedLinks obtained, MissingLinks missing) {
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
        if (stopping) {
            return false;
        }
        if (fetchId == null) {
            links.release(leader.id());
            return false;
        }
        List<Claim> waiting = links.claim(leader.id(), AT_ONCE);
        if (waiting.isEmpty()) {
            links.settled(leader.id());
            return false;
        }
        MediaFetchRepository.Shared fetch = fetches.shared(fetchId);
        return waiting.stream().allMatch(link -> share(link, leader, fetch));
    }

    private boolean share(Claim link, SharedLinkRepository.Ended leader, MediaFetchRepository.Shared fetch) {
        try {
            give(link, leader, fetch);
            return true;
        } catch (LeaseLost e) {
            LOG.warnf("lost the lease mediaLink=%s", link.id());
            return true;
        } catch (RuntimeException e) {
            // It is found again when its lease ends.
            LOG.warnf(e, "what was fetched could not be shared; trying again later mediaLink=%s", link.id());
            return false;
        }
    }

    private void give(Claim link, SharedLinkRepository.Ended leader, MediaFetchRepository.Shared fetch) {
        UUID evidence = leader.evidenceId();
        Why why = leader.why();
        if (evidence != null) {
            obtained.share(link, evidence, fetch);
        } else if (fetch.page() != null) {
            URI page = WebAddress.of(fetch.finalAddress(), NOWHERE).orElse(NOWHERE);
            missing.readToo(link, page, fetch.page(), fetch.id());
        } else if (why != null) {
            missing.unobtainableToo(link, why, fetch.id());
        }
    }
}
