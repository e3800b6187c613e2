package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code examination}, whose leases belong to the queue, and {@code examination_look}. */
@ApplicationScoped
class ExaminationRepository {

    /** An examination without what it found. */
    record Row(
            UUID id,
            UUID evidenceId,
            ExaminationState state,
            String mediaType,
            int attempts,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant examinedAt,
            @Nullable Instant erasedAt) {}

    /**
     * The examinations that have not ended.
     *
     * @param retried those that failed or lost their worker before
     * @param oldest since when the oldest one waits that nobody holds; null when there is none
     */
    record Backlog(
            long queued,
            long running,
            long retried,
            @Nullable Instant oldest) {}

    private final Session session;

    ExaminationRepository(Session session) {
        this.session = session;
    }

    /** Adds an examination, unless the evidence has one. */
    void insert(UUID evidenceId, String sha256, String mediaType, String jurisdiction, Instant queuedAt) {
        session.createNativeMutationQuery("""
                        insert into examination
                            (id, evidence_id, sha256, media_type, jurisdiction, not_before, queued_at, look_by)
                        values (:id, :evidenceId, :sha256, :mediaType, :jurisdiction, now(), :queuedAt, :queuedAt)
                        on conflict (evidence_id) do nothing
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("evidenceId", evidenceId)
                .setParameter("sha256", sha256)
                .setParameter("mediaType", mediaType)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("queuedAt", queuedAt)
                .executeUpdate();
    }

    void updateErasedAt(UUID evidenceId, @Nullable Instant erasedAt) {
        session.createNativeMutationQuery("""
                        update examination set erased_at = :erasedAt
                        where evidence_id = :evidenceId and erased_at is distinct from cast(:erasedAt as timestamptz)
                        """)
                .setParameter("erasedAt", erasedAt, Instant.class)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
    }

    /** Only while nobody holds them, and no worker was lost over them: those wait behind the others. */
    void updateLookBy(Collection<UUID> evidenceIds, Instant lookBy) {
        session.createNativeMutationQuery("""
                        update examination set look_by = :lookBy
                        where evidence_id = any(:evidenceIds)
                          and state = 'QUEUED' and lost_leases = 0 and look_by <> :lookBy
                        """)
                .setParameter("lookBy", lookBy)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .executeUpdate();
    }

    Optional<Seen> find(UUID id) {
        return session.createNativeQuery(
                        "select id, evidence_id, sha256, erased_at from examination where id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Seen(
                        row.get("id", UUID.class),
                        row.get("evidence_id", UUID.class),
                        row.get("sha256", String.class),
                        row.get("erased_at", Instant.class)));
    }

    /** Those of these evidences, oldest first. */
    List<Row> of(Collection<UUID> evidenceIds) {
        return session
                .createNativeQuery("""
                        select id, evidence_id, state, media_type, attempts, queued_at, started_at, examined_at,
                            erased_at
                        from examination
                        where evidence_id = any(:evidenceIds)
                        order by id
                        """, Tuple.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(ExaminationRepository::row)
                .toList();
    }

    /** How many of these evidences' examinations have ended, or will not be made. */
    int countEnded(Collection<UUID> evidenceIds) {
        return Math.toIntExact(ScalarQuery.of(session, """
                        select count(*)
                        from examination
                        where evidence_id = any(:evidenceIds) and coalesce(examined_at, erased_at) is not null
                        """, Long.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getSingleResult());
    }

    Backlog backlog() {
        Tuple row = session.createNativeQuery("""
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'RUNNING') as running,
                               count(*) filter (where failures > 0 or lost_leases > 0) as retried,
                               min(queued_at) filter (where state = 'QUEUED') as oldest
                        from examination where state in ('QUEUED', 'RUNNING')
                        """, Tuple.class).getSingleResult();
        return new Backlog(
                row.get("queued", Long.class),
                row.get("running", Long.class),
                row.get("retried", Long.class),
                row.get("oldest", Instant.class));
    }

    void recordLooks(Collection<UUID> examinationIds, Caller caller, Instant at) {
        if (examinationIds.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into examination_look (id, examination_id, viewer_id, viewer_name, at)
                        select id, examination_id, :viewerId, :viewerName, :at
                        from unnest(:ids, :examinationIds) as look (id, examination_id)
                        """)
                .setParameter(
                        "ids",
                        Stream.generate(IdGenerator::next)
                                .limit(examinationIds.size())
                                .toArray(UUID[]::new))
                .setParameter("examinationIds", examinationIds.toArray(UUID[]::new))
                .setParameter("viewerId", caller.id())
                .setParameter("viewerName", caller.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    private static Row row(Tuple row) {
        return new Row(
                row.get("id", UUID.class),
                row.get("evidence_id", UUID.class),
                ExaminationState.valueOf(row.get("state", String.class)),
                row.get("media_type", String.class),
                row.get("attempts", Integer.class),
                row.get("queued_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("examined_at", Instant.class),
                row.get("erased_at", Instant.class));
    }
}
