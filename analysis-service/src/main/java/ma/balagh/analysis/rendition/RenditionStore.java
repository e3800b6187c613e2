package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.examination.SeenExaminations.Seen;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Renditions in the database, without their bytes. Whether the caller may see the evidence is for whoever asks to check. */
@ApplicationScoped
class RenditionStore {

    private static final String COLUMNS = """
            select id, examination_id, evidence_id, sha256, wish, ordered_by_name, ordered_at, state, progress, started_at,
                   ended_at, reason, complaint, media_type, size, result_sha256, seconds, pictures, made, last_used_at
            from rendition
            """;

    private final Jdbi jdbi;
    private final RenditionJson json;
    private final Clock clock;

    RenditionStore(Jdbi jdbi, RenditionJson json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Queues it; empty when the same wish is being fulfilled, or is so already. */
    @Transactional
    Optional<UUID> order(Seen examination, Wish wish, Caller caller) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into rendition
                            (id, examination_id, evidence_id, sha256, kind, wish, wish_digest, urgency,
                             ordered_by, ordered_by_name, ordered_at, not_before)
                        values (:id, :examinationId, :evidenceId, :sha256, :kind, cast(:wish as jsonb), :digest, :urgency,
                                :person, :name, :now, now())
                        on conflict (examination_id, wish_digest) where state in ('QUEUED', 'RUNNING', 'READY') do nothing
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("examinationId", examination.examinationId())
                .bind("evidenceId", examination.evidenceId())
                .bind("sha256", examination.sha256())
                .bind("kind", wish.kind())
                .bind("wish", json.written(wish))
                .bind("digest", json.digest(wish))
                .bind("urgency", wish.kind().urgency())
                .bind("person", caller.id())
                .bind("name", caller.name())
                .bind("now", now())
                .mapTo(UUID.class)
                .findOne());
    }

    /** The one that fulfils the wish, or will. */
    Optional<Rendition> fulfilling(Seen examination, Wish wish) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        where examination_id = :examinationId and wish_digest = :digest
                          and state in ('QUEUED', 'RUNNING', 'READY')
                        """)
                .bind("examinationId", examination.examinationId())
                .bind("digest", json.digest(wish))
                .map((row, context) -> rendition(row))
                .findOne());
    }

    Optional<Rendition> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((row, context) -> rendition(row))
                .findOne());
    }

    /** Newest first. */
    List<Rendition> of(Seen examination, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        where examination_id = :examinationId and id < :after
                        order by id desc
                        limit :fetch
                        """)
                .bind("examinationId", examination.examinationId())
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map((row, context) -> rendition(row))
                .list());
    }

    private Rendition rendition(ResultSet row) throws SQLException {
        return new Rendition(
                row.getObject("id", UUID.class),
                row.getObject("examination_id", UUID.class),
                row.getObject("evidence_id", UUID.class),
                row.getString("sha256"),
                json.wish(row.getString("wish")),
                row.getString("ordered_by_name"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                RenditionState.valueOf(row.getString("state")),
                row.getDouble("progress"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("reason"),
                row.getString("complaint"),
                result(row));
    }

    private Rendition.@Nullable Result result(ResultSet row) throws SQLException {
        String mediaType = row.getString("media_type");
        if (mediaType == null) {
            return null;
        }
        return new Rendition.Result(
                mediaType,
                row.getLong("size"),
                row.getString("result_sha256"),
                row.getObject("seconds", Double.class),
                row.getInt("pictures"),
                json.made(row.getString("made")),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
