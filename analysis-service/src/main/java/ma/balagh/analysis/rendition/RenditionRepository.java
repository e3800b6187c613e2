package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Purpose;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code rendition}, whose rows the queue works off, and {@code rendition_look}. Whether the caller may see the
 * evidence is for whoever asks to check.
 */
@ApplicationScoped
class RenditionRepository {

    private static final String COLUMNS = """
            select id, examination_id, evidence_id, sha256, wish, ordered_by_name, ordered_at, state, progress, started_at,
                   ended_at, reason, complaint, media_type, size, result_sha256, seconds, pictures, made, last_used_at
            from rendition
            """;

    private final Session session;
    private final RenditionJsonMapper json;

    RenditionRepository(Session session, RenditionJsonMapper json) {
        this.session = session;
        this.json = json;
    }

    /** @return false when the same wish is being fulfilled, or is so already */
    boolean insert(Seen examination, RenditionRequest wish, Caller caller, Instant at) {
        return session.createNativeMutationQuery("""
                        insert into rendition
                            (id, examination_id, evidence_id, sha256, kind, wish, wish_digest, urgency,
                             ordered_by, ordered_by_name, ordered_at, not_before)
                        values (:id, :examinationId, :evidenceId, :sha256, :kind, cast(:wish as jsonb), :digest, :urgency,
                                :person, :name, :at, now())
                        on conflict (examination_id, wish_digest) where state in ('QUEUED', 'RUNNING', 'READY') do nothing
                        """)
                        .setParameter("id", IdGenerator.next())
                        .setParameter("examinationId", examination.examinationId())
                        .setParameter("evidenceId", examination.evidenceId())
                        .setParameter("sha256", examination.sha256())
                        .setParameter("kind", wish.kind().name())
                        .setParameter("wish", json.written(wish))
                        .setParameter("digest", json.digest(wish))
                        .setParameter("urgency", wish.kind().urgency())
                        .setParameter("person", caller.id())
                        .setParameter("name", caller.name())
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** The one that fulfils the wish, or will. */
    Optional<Rendition> fulfilling(Seen examination, RenditionRequest wish) {
        return select("""
                where examination_id = :examinationId and wish_digest = :digest
                  and state in ('QUEUED', 'RUNNING', 'READY')
                """)
                .setParameter("examinationId", examination.examinationId())
                .setParameter("digest", json.digest(wish))
                .uniqueResultOptional()
                .map(this::rendition);
    }

    /** The one that was ordered last, whatever became of it. */
    Optional<Rendition> latest(Seen examination, RenditionRequest wish) {
        return select("""
                where examination_id = :examinationId and wish_digest = :digest
                order by id desc
                limit 1
                """)
                .setParameter("examinationId", examination.examinationId())
                .setParameter("digest", json.digest(wish))
                .uniqueResultOptional()
                .map(this::rendition);
    }

    Optional<Rendition> find(UUID id) {
        return select("where id = :id")
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(this::rendition);
    }

    /** Newest first. */
    List<Rendition> of(Seen examination, PageRequest page) {
        return select("""
                where examination_id = :examinationId and id < :after
                order by id desc
                limit :fetch
                """)
                .setParameter("examinationId", examination.examinationId())
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(this::rendition)
                .toList();
    }

    /**
     * Who looked, when and why.
     *
     * @param since looks of the same person for the same purpose since then are the same look
     * @return whether it is another look
     */
    boolean recordLook(UUID id, Caller caller, Purpose purpose, Instant at, Instant since) {
        return session.createNativeMutationQuery("""
                        insert into rendition_look (id, rendition_id, viewer_id, viewer_name, purpose, at)
                        select :id, :renditionId, :viewerId, :viewerName, :purpose, :at
                        where not exists (
                            select 1
                            from rendition_look
                            where rendition_id = :renditionId and viewer_id = :viewerId and purpose = :purpose
                              and at > :since)
                        """)
                        .setParameter("id", IdGenerator.next())
                        .setParameter("renditionId", id)
                        .setParameter("viewerId", caller.id())
                        .setParameter("viewerName", caller.name())
                        .setParameter("purpose", purpose.text())
                        .setParameter("at", at)
                        .setParameter("since", since)
                        .executeUpdate()
                == 1;
    }

    /** It is kept for longer. */
    void use(UUID id, Instant at) {
        session.createNativeMutationQuery("update rendition set last_used_at = :at where id = :id and state = 'READY'")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Removes the bytes of what nobody used since then. */
    void expire(Instant unusedSince) {
        session.createNativeMutationQuery("""
                        with expired as (
                            update rendition set state = 'EXPIRED'
                            where state = 'READY' and last_used_at < :unusedSince
                            returning id)
                        delete from rendition_piece using expired where rendition_id = expired.id
                        """)
                .setParameter("unusedSince", unusedSince)
                .executeUpdate();
    }

    /**
     * Ends what is not made yet of this evidence, and removes the bytes of what was made.
     *
     * @param reason a stable name
     */
    void erase(UUID evidenceId, String reason, Instant at) {
        session.createNativeMutationQuery("""
                        update rendition
                        set state = 'FAILED', reason = :reason, ended_at = :at, lease_owner = null, lease_until = null
                        where evidence_id = :evidenceId and state in ('QUEUED', 'RUNNING')
                        """)
                .setParameter("reason", reason)
                .setParameter("at", at)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        update rendition set state = 'EXPIRED' where evidence_id = :evidenceId and state = 'READY'
                        """)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        delete from rendition_piece using rendition
                        where rendition.id = rendition_piece.rendition_id and evidence_id = :evidenceId
                        """)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
    }

    /** How many bytes are kept. */
    long keptBytes() {
        return number("select cast(coalesce(sum(size), 0) as bigint) from rendition where state = 'READY'");
    }

    /** How many renditions are not made yet. */
    long countWaiting() {
        return number("select count(*) from rendition where state in ('QUEUED', 'RUNNING')");
    }

    private long number(String query) {
        return ScalarQuery.of(session, query, Long.class).getSingleResult();
    }

    private NativeQuery<Tuple> select(String clauses) {
        return session.createNativeQuery(COLUMNS + clauses, Tuple.class);
    }

    private Rendition rendition(Tuple row) {
        return new Rendition(
                row.get("id", UUID.class),
                row.get("examination_id", UUID.class),
                row.get("evidence_id", UUID.class),
                row.get("sha256", String.class),
                json.wish(row.get("wish", String.class)),
                row.get("ordered_by_name", String.class),
                row.get("ordered_at", Instant.class),
                RenditionState.valueOf(row.get("state", String.class)),
                row.get("progress", Double.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("reason", String.class),
                row.get("complaint", String.class),
                result(row));
    }

    private Rendition.@Nullable Result result(Tuple row) {
        String mediaType = row.get("media_type", String.class);
        if (mediaType == null) {
            return null;
        }
        return new Rendition.Result(
                mediaType,
                row.get("size", Long.class),
                row.get("result_sha256", String.class),
                row.get("seconds", Double.class),
                row.get("pictures", Integer.class),
                json.made(row.get("made", String.class)),
                row.get("last_used_at", Instant.class));
    }
}
