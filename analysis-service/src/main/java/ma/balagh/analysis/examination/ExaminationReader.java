package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationView.FrameView;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.finding.Words;
import ma.balagh.analysis.finding.Words.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads examinations with everything that belongs to them, a fixed number of queries for any number of them. */
@ApplicationScoped
class ExaminationReader {

    private record Row(
            UUID id,
            UUID evidenceId,
            ExaminationState state,
            String mediaType,
            int attempts,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant examinedAt,
            @Nullable Instant erasedAt) {}

    private record Owned<T>(UUID owner, T thing) {}

    private final Jdbi jdbi;
    private final FindingStore store;
    private final MatchReader matches;

    ExaminationReader(Jdbi jdbi, FindingStore store, MatchReader matches) {
        this.jdbi = jdbi;
        this.store = store;
        this.matches = matches;
    }

    int pending(Collection<UUID> evidenceIds) {
        Set<UUID> asked = new HashSet<>(evidenceIds);
        int ended = jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from examination
                        where evidence_id = any(:evidenceIds) and coalesce(examined_at, erased_at) is not null
                        """)
                .bindArray("evidenceIds", UUID.class, asked)
                .mapTo(Integer.class)
                .one());
        return asked.size() - ended;
    }

    Optional<byte[]> still(UUID examinationId, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select jpeg from still where examination_id = :examinationId and number = :number
                        """)
                .bind("examinationId", examinationId)
                .bind("number", number)
                .map((row, context) -> row.getBytes("jpeg"))
                .findOne());
    }

    List<ExaminationView> of(Collection<UUID> evidenceIds, Language language) {
        if (evidenceIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            List<Row> rows = examinations(handle, evidenceIds);
            List<UUID> ids = rows.stream().map(Row::id).toList();
            var findings = store.of(ids, Words.in(language));
            var matched = matches.of(handle, evidenceIds);
            var frames = frames(handle, ids);
            return rows.stream()
                    .map(row -> view(
                            row,
                            findings.getOrDefault(row.id(), List.of()),
                            matched.getOrDefault(row.evidenceId(), List.of()),
                            frames.getOrDefault(row.id(), List.of())))
                    .toList();
        });
    }

    private static ExaminationView view(
            Row row, List<FindingView> findings, List<MatchView> matches, List<FrameView> frames) {
        return new ExaminationView(
                row.id(),
                row.evidenceId(),
                row.state(),
                row.mediaType(),
                row.attempts(),
                row.queuedAt(),
                row.startedAt(),
                row.examinedAt(),
                row.erasedAt(),
                ExaminationSummary.ofViews(row.state(), findings, matches),
                findings,
                matches,
                frames);
    }

    private static List<Row> examinations(Handle handle, Collection<UUID> evidenceIds) {
        return handle.createQuery("""
                        select id, evidence_id, state, media_type, attempts, queued_at, started_at, examined_at,
                            erased_at
                        from examination
                        where evidence_id = any(:evidenceIds)
                        order by id
                        """)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .map((row, context) -> new Row(
                        id(row, "id"),
                        id(row, "evidence_id"),
                        ExaminationState.valueOf(row.getString("state")),
                        row.getString("media_type"),
                        row.getInt("attempts"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        instant(row, "started_at"),
                        instant(row, "examined_at"),
                        instant(row, "erased_at")))
                .list();
    }

    private static Map<UUID, List<FrameView>> frames(Handle handle, List<UUID> ids) {
        return grouped(handle.createQuery("""
                        select examination_id, number, at_s
                        from still
                        where examination_id = any(:ids)
                        order by examination_id, number
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> new Owned<>(
                        id(row, "examination_id"),
                        new FrameView(
                                row.getDouble("at_s"),
                                URI.create("/api/v1/examinations/" + id(row, "examination_id") + "/frames/"
                                        + row.getInt("number")))))
                .list());
    }

    private static <T> Map<UUID, List<T>> grouped(List<Owned<T>> owned) {
        return owned.stream().collect(groupingBy(Owned::owner, mapping(Owned::thing, toList())));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
