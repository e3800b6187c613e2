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
import ma.balagh.intake.evidence.EvidenceStore.Erasure;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of erased evidence out of the store: after the commit that says so, whoever made it, and whatever was
 * killed in between. What the store refuses to let go is asked for again, and counted until it is gone. A legal hold that
 * was placed meanwhile keeps them.
 */
@ApplicationScoped
public class ErasedBytes {

    private static final Logger LOG = Logger.getLogger(ErasedBytes.class);

    private record Remaining(UUID id, Digest digest) {}

    private final Jdbi jdbi;
    private final DigestLocks locks;
    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final Clock clock;
    private final AtomicLong remaining = new AtomicLong();

    ErasedBytes(
            Jdbi jdbi,
            DigestLocks locks,
            EvidenceStore store,
            EvidenceConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.jdbi = jdbi;
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
        remaining.set(count());
    }

    /** @param busy what is passed over, since its bytes are being brought again just now */
    private boolean takeOne(Instant askedBefore, Set<UUID> busy) {
        Optional<Remaining> next =
                remaining("and id <> all(:ids) order by bytes_asked_at nulls first limit 1", askedBefore, busy);
        next.ifPresent(evidence -> {
            // The bytes are held while they go: whoever brings them again waits, and keeps them afterwards.
            if (locks.tryLock(evidence.digest())) {
                remaining("and id = any(:ids) for no key update", askedBefore, Set.of(evidence.id()))
                        .ifPresent(this::take);
            } else {
                busy.add(evidence.id());
            }
        });
        return next.isPresent();
    }

    private Optional<Remaining> remaining(String which, Instant askedBefore, Set<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, <digest> as digest from evidence
                        where erased_at is not null and bytes_gone_at is null
                          and (bytes_asked_at is null or bytes_asked_at < :askedBefore)
                          and not <held>
                        <which>
                        """)
                .define("digest", EvidenceRows.DIGEST)
                .define("held", EvidenceErasing.HELD)
                .define("which", which)
                .bind("askedBefore", askedBefore)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) ->
                        new Remaining(row.getObject("id", UUID.class), new Digest(row.getString("digest"))))
                .findOne());
    }

    private void take(Remaining evidence) {
        if (isKeptByAnother(evidence)) {
            told(evidence.id(), true, null);
            return;
        }
        switch (store.erase(evidence.digest())) {
            case Erasure.Gone() -> told(evidence.id(), true, null);
            case Erasure.Refused(String reason) -> {
                LOG.warnf("the bytes of erased evidence stay: %s, evidenceId=%s", reason, evidence.id());
                told(evidence.id(), false, reason);
            }
        }
    }

    /** Then they are none of this one any more, whose readers must not learn of the other. */
    private boolean isKeptByAnother(Remaining erased) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from evidence
                            where <digest> = :digest and id != :id
                              and (erased_at is null or bytes_gone_at is null and <held>))
                        """)
                .define("digest", EvidenceRows.DIGEST)
                .define("held", EvidenceErasing.HELD)
                .bind("digest", erased.digest().hex())
                .bind("id", erased.id())
                .mapTo(Boolean.class)
                .one());
    }

    private void told(UUID id, boolean gone, @Nullable String refusal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update evidence set bytes_asked_at = :now, bytes_refusal = :refusal,
                            bytes_gone_at = case when :gone then cast(:now as timestamptz) end
                        where id = :id
                        """)
                .bind("now", clock.instant())
                .bind("gone", gone)
                .bind("refusal", refusal)
                .bind("id", id)
                .execute());
    }

    private long count() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from evidence where erased_at is not null and bytes_gone_at is null")
                .mapTo(Long.class)
                .one());
    }
}
