package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.examination.PicturesErased;
import ma.balagh.analysis.lease.LeaseLost;
import ma.balagh.analysis.lease.LeaseTable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which rendition comes first, how far it is, and which is given up. */
@ApplicationScoped
class RenditionQueue {

    /** Why there is none of evidence that intake keeps no more. */
    static final String ERASED = "ERASED";

    private final Jdbi jdbi;
    private final RenditionJson json;
    private final Clock clock;
    private final LeaseTable leases;

    RenditionQueue(Jdbi jdbi, RenditionJson json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.leases = new LeaseTable(jdbi, "rendition");
    }

    LeaseTable leases() {
        return leases;
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

    /** Tells how far it is, while the worker holds it. */
    void tell(Claim claim, double progress) {
        leases.write(claim, "progress = :progress", update -> update.bind("progress", progress));
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
        jdbi.useHandle(handle -> handle.createUpdate("delete from rendition_piece where rendition_id = :id")
                .bind("id", claim.id())
                .execute());
        leases.end(
                claim,
                "state = 'FAILED', ended_at = :now, reason = :reason, complaint = :complaint",
                update -> update.bind("now", now()).bind("reason", reason).bind("complaint", complaint));
    }

    /** Of evidence that is erased, nothing is made any more, and nothing that was made stays but the record of it. */
    void erase(@Observes PicturesErased erased) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update rendition
                            set state = 'FAILED', reason = :reason, ended_at = :now, lease_owner = null, lease_until = null
                            where evidence_id = :evidenceId and state in ('QUEUED', 'RUNNING')
                            """)
                    .bind("reason", ERASED)
                    .bind("now", now())
                    .bind("evidenceId", erased.evidenceId())
                    .execute();
            handle.createUpdate("update rendition set state = 'EXPIRED' where evidence_id = :id and state = 'READY'")
                    .bind("id", erased.evidenceId())
                    .execute();
            handle.createUpdate("""
                            delete from rendition_piece using rendition
                            where rendition.id = rendition_piece.rendition_id and evidence_id = :evidenceId
                            """).bind("evidenceId", erased.evidenceId()).execute();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
