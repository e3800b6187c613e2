package ma.balagh.intake.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.evidence.ErasureRepository.Erased;
import ma.balagh.intake.evidence.EvidenceStore.Erasure;
import org.jboss.logging.Logger;

/**
 * Deletes the bytes of erased evidence from the store, after the commit of the erasure, whichever replica made it and
 * whatever crashed in between. Deletions that the store refuses are repeated, and counted until they succeed. A legal
 * hold that was placed in the meantime stops them.
 */
@ApplicationScoped
public class EvidenceBytesEraser {

    private static final Logger LOG = Logger.getLogger(EvidenceBytesEraser.class);

    private final ErasureRepository repository;
    private final DigestLockRepository locks;
    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final Clock clock;
    private final AtomicLong remaining = new AtomicLong();

    EvidenceBytesEraser(
            ErasureRepository repository,
            DigestLockRepository locks,
            EvidenceStore store,
            EvidenceConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.locks = locks;
        this.store = store;
        this.config = config;
        this.clock = clock;
        Gauge.builder("balagh.evidence.erased.remaining", remaining, AtomicLong::get)
                .description("Erased evidence whose bytes are still in the store")
                .register(meters);
    }

    @Scheduled(every = "${balagh.evidence.erase-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void sweep() {
        Instant askedBefore = clock.instant().minus(config.refusalPause());
        Set<UUID> busy = new HashSet<>();
        try {
            while (QuarkusTransaction.requiringNew().call(() -> takeOne(askedBefore, busy))) {
                // One transaction for each: what a crash leaves, the next sweep takes.
            }
        } catch (ProblemException away) {
            LOG.warnf("erased evidence stays in the store until it answers: %s", away.detail());
        }
        remaining.set(QuarkusTransaction.requiringNew().call(repository::countRemaining));
    }

    /** @param busy what is passed over, since its bytes are being brought again just now */
    private boolean takeOne(Instant askedBefore, Set<UUID> busy) {
        Optional<Erased> next = repository.next(askedBefore, busy);
        next.ifPresent(evidence -> {
            // The bytes are held while they go: whoever brings them again waits, and keeps them afterwards.
            if (locks.tryLock(evidence.digest())) {
                repository.hold(evidence.id(), askedBefore).ifPresent(this::take);
            } else {
                busy.add(evidence.id());
            }
        });
        return next.isPresent();
    }

    private void take(Erased evidence) {
        // Bytes that another evidence keeps are none of this one any more: its readers must not learn of the other.
        if (repository.isKeptByAnother(evidence)) {
            repository.asked(evidence.id(), clock.instant(), null);
            return;
        }
        switch (store.erase(evidence.digest())) {
            case Erasure.Gone() -> repository.asked(evidence.id(), clock.instant(), null);
            case Erasure.Refused(String reason) -> {
                LOG.warnf("the bytes of erased evidence stay: %s, evidenceId=%s", reason, evidence.id());
                repository.asked(evidence.id(), clock.instant(), reason);
            }
        }
    }
}
