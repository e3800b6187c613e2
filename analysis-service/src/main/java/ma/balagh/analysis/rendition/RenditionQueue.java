package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who makes which rendition, and until when. Leases go by the database's clock, the only one that replicas share. */
@ApplicationScoped
class RenditionQueue {

    private final Jdbi jdbi;
    private final RenditionJson json;
    private final Clock clock;

    RenditionQueue(Jdbi jdbi, RenditionJson json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Takes the most urgent rendition that nobody holds, the oldest of them. One whose worker was lost comes last. */
    @Transactional
    Optional<Claim> claim(Duration lease) {
        UUID owner = UUID.randomUUID();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update rendition
                        set state = 'RUNNING',
                            lease_owner = :owner,
                            lease_until = now() + :lease * interval '1 millisecond',
                            urgency = case state when 'RUNNING' then 4 else urgency end,
                            lost_leases = lost_leases + case state when 'RUNNING' then 1 else 0 end,
                            progress = 0,
                            started_at = coalesce(started_at, :now)
                        where id = (
                            select id
                            from rendition
                            where state = 'QUEUED' and not_before <= now() or state = 'RUNNING' and lease_until < now()
                            order by urgency, ordered_at
                            limit 1
                            for update skip locked)
                        returning id, evidence_id, sha256, wish, lost_leases
                        """)
                .bind("owner", owner)
                .bind("lease", lease.toMillis())
                .bind("now", now())
                .map((row, context) -> new Claim(
                        row.getObject("id", UUID.class),
                        row.getObject("evidence_id", UUID.class),
                        row.getString("sha256"),
                        json.wish(row.getString("wish")),
                        owner,
                        row.getInt("lost_leases")))
                .findOne());
    }

    /** Prolongs the lease; false when it is lost: somebody else may hold the rendition by now. */
    @Transactional
    boolean renew(Claim claim, Duration lease, double progress) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update rendition
                                set lease_until = now() + :lease * interval '1 millisecond', progress = :progress
                                where id = :id and lease_owner = :owner
                                """)
                        .bind("lease", lease.toMillis())
                        .bind("progress", progress)
                        .bind("id", claim.renditionId())
                        .bind("owner", claim.owner())
                        .execute())
                == 1;
    }

    /** Gives it back without blame: this worker stops. */
    @Transactional
    void release(Claim claim) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update rendition
                        set state = 'QUEUED', lease_owner = null, lease_until = null, not_before = now()
                        where id = :id and lease_owner = :owner
                        """)
                .bind("id", claim.renditionId())
                .bind("owner", claim.owner())
                .execute());
    }

    /** Ends this worker's hold as if it had been lost: making it failed, and may do so again. */
    @Transactional
    void lose(Claim claim, String failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update rendition
                        set lease_owner = gen_random_uuid(), lease_until = now() - interval '1 millisecond',
                            failures = failures + 1, last_failure = :failure
                        where id = :id and lease_owner = :owner
                        """)
                .bind("failure", failure)
                .bind("id", claim.renditionId())
                .bind("owner", claim.owner())
                .execute());
    }

    /** Gives it back because something that it needs is away; each failure doubles the pause. */
    @Transactional
    void retryLater(Claim claim, String failure, Duration first, Duration longest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update rendition
                        set state = 'QUEUED', lease_owner = null, lease_until = null,
                            failures = failures + 1,
                            last_failure = :failure,
                            not_before = now()
                                + least(:longest, :first * 2 ^ least(failures, 30)) * interval '1 millisecond'
                        where id = :id and lease_owner = :owner
                        """)
                .bind("failure", failure)
                .bind("first", first.toMillis())
                .bind("longest", longest.toMillis())
                .bind("id", claim.renditionId())
                .bind("owner", claim.owner())
                .execute());
    }

    /**
     * Gives it up.
     *
     * @param reason a stable name
     * @param complaint what the tools said about it
     * @throws LeaseLost when somebody else may hold it by now
     */
    @Transactional
    void fail(Claim claim, String reason, @Nullable String complaint) {
        int failed = jdbi.withHandle(handle -> {
            handle.createUpdate("delete from rendition_piece where rendition_id = :id")
                    .bind("id", claim.renditionId())
                    .execute();
            return handle.createUpdate("""
                            update rendition
                            set state = 'FAILED', lease_owner = null, lease_until = null, ended_at = :now,
                                reason = :reason, complaint = :complaint
                            where id = :id and lease_owner = :owner
                            """)
                    .bind("now", now())
                    .bind("reason", reason)
                    .bind("complaint", complaint)
                    .bind("id", claim.renditionId())
                    .bind("owner", claim.owner())
                    .execute();
        });
        if (failed == 0) {
            throw new LeaseLost();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
