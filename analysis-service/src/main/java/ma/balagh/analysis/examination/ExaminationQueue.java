package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.lease.LeaseLost;
import ma.balagh.analysis.lease.LeaseTable;
import ma.balagh.contracts.Ids;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which examinations there are, and which comes first. */
@ApplicationScoped
class ExaminationQueue {

    private final Jdbi jdbi;
    private final Clock clock;
    private final LeaseTable leases;

    ExaminationQueue(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.leases = new LeaseTable(jdbi, "examination");
    }

    LeaseTable leases() {
        return leases;
    }

    /** Adds an examination, unless the evidence has one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                                insert into examination
                                    (id, evidence_id, sha256, media_type, jurisdiction, not_before, queued_at, look_by)
                                values (:id, :evidenceId, :sha256, :mediaType, :jurisdiction, now(), :queuedAt,
                                    :queuedAt)
                                on conflict (evidence_id) do nothing
                                """)
                .bind("id", Ids.next())
                .bind("evidenceId", evidenceId)
                .bind("sha256", sha256)
                .bind("mediaType", mediaType)
                .bind("jurisdiction", jurisdiction)
                .bind("queuedAt", now())
                .execute());
    }

    /** Evidence whose bytes are kept no more is not taken up. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID evidenceId, @Nullable Instant erasedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update examination set erased_at = :erasedAt
                        where evidence_id = :evidenceId and erased_at is distinct from cast(:erasedAt as timestamptz)
                        """)
                .bind("erasedAt", erasedAt)
                .bind("evidenceId", evidenceId)
                .execute());
    }

    /** Only while nobody holds them, and no worker was lost over them: those wait behind the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    void order(Collection<UUID> evidenceIds, Instant lookBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update examination set look_by = :lookBy
                        where evidence_id = any(:evidenceIds)
                          and state = 'QUEUED' and lost_leases = 0 and look_by <> :lookBy
                        """)
                .bind("lookBy", lookBy)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .execute());
    }

    /**
     * Takes the examination that nobody holds and that should be looked at first. One whose worker was lost waits a day
     * behind what comes now, and rests after each further loss for twice as long: it may be what ends the workers.
     */
    @Transactional
    Optional<Claim> claim(Duration lease, Duration lossPause, Duration longestLossPause) {
        UUID owner = UUID.randomUUID();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update examination
                        set state = 'RUNNING',
                            lease_owner = :owner,
                            lease_until = now() + :lease * interval '1 millisecond',
                            attempts = attempts + 1,
                            look_by = case state
                                when 'RUNNING' then greatest(look_by, now()) + interval '1 day'
                                else look_by end,
                            lost_leases = lost_leases + case state when 'RUNNING' then 1 else 0 end,
                            started_at = coalesce(started_at, :now)
                        where id = (
                            select id
                            from examination
                            where erased_at is null
                              and (state = 'QUEUED' and not_before <= now()
                                   or state = 'RUNNING'
                                      and lease_until < now()
                                      and (lost_leases = 0
                                           or lease_until < now()
                                              - least(:longestLossPause, :lossPause * 2 ^ least(lost_leases - 1, 30))
                                              * interval '1 millisecond'))
                            order by look_by, queued_at
                            limit 1
                            for update skip locked)
                        returning id, evidence_id, sha256, lost_leases, queued_at
                        """)
                .bind("owner", owner)
                .bind("lease", lease.toMillis())
                .bind("lossPause", lossPause.toMillis())
                .bind("longestLossPause", longestLossPause.toMillis())
                .bind("now", now())
                .map((row, context) -> new Claim(
                        row.getObject("id", UUID.class),
                        row.getObject("evidence_id", UUID.class),
                        row.getString("sha256"),
                        owner,
                        row.getInt("lost_leases"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /**
     * Ends it, in the caller's transaction.
     *
     * @throws LeaseLost when somebody else may hold it by now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(Claim claim, ExaminationState state, OffsetDateTime examinedAt) {
        leases.end(
                claim,
                "state = :state, examined_at = :examinedAt",
                update -> update.bind("state", state.name()).bind("examinedAt", examinedAt));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
