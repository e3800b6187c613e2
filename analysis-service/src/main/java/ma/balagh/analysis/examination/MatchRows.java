package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.examination.ExaminationView.RectangleView;
import ma.balagh.analysis.examination.ExaminationView.SpanView;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.MomentsReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Matches as they are stored, for everybody alike. */
final class MatchRows {

    /**
     * @param sameBytes whether the two are one file
     * @param stored as it is shown, with the other evidence
     */
    record Row(UUID id, UUID evidenceId, UUID withId, boolean sameBytes, MatchView stored) {

        MatchView view(Counterpart with, @Nullable ProposedPlace place) {
            return stored.with(with, place);
        }

        boolean isSameScene() {
            return Kind.SAME_SCENE.name().equals(stored.kind());
        }

        Excerpt inThis() {
            return new Excerpt(
                    stored.spans().stream()
                            .map(span -> new Excerpt.Interval(span.from(), span.to()))
                            .toList(),
                    stored.inThis(),
                    Excerpt.Sense.of(stored.kind(), stored.alterations()));
        }

        Excerpt inOther() {
            return new Excerpt(
                    stored.spans().stream()
                            .map(span -> new Excerpt.Interval(span.otherFrom(), span.otherTo()))
                            .toList(),
                    stored.inOther(),
                    Excerpt.Sense.of(stored.kind(), stored.alterations()));
        }
    }

    private record Owned<T>(UUID owner, T thing) {}

    private MatchRows() {}

    /** Best first. */
    static List<Row> of(Handle handle, Collection<UUID> evidenceIds) {
        Map<UUID, List<SpanView>> spans = spans(handle, evidenceIds);
        return handle.createQuery("""
                        select id, evidence_id, with_id, match_kind, moments, transformation, alterations, speed,
                            coverage, other_coverage, score, in_this, in_other,
                            exists (
                                select 1 from examination this join examination other using (sha256)
                                where this.evidence_id = match.evidence_id and other.evidence_id = with_id) as same_bytes
                        from match
                        where evidence_id = any(:evidenceIds)
                        order by evidence_id, coverage desc, score desc, id
                        """)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .map((row, context) -> row(row, spans))
                .list();
    }

    /** What the media of the first have in common with those of the second, by medium of the first. */
    static Map<UUID, List<Excerpt>> excerpts(Handle handle, Collection<UUID> media, Collection<UUID> others) {
        return handle
                .createQuery("""
                        select evidence_id, in_this, match_kind, alterations,
                            array_agg(from_s order by position) as starts, array_agg(to_s order by position) as ends
                        from match
                        join match_span on match_id = id
                        where evidence_id = any(:media) and with_id = any(:others)
                        group by id
                        """)
                .bindArray("media", UUID.class, media)
                .bindArray("others", UUID.class, others)
                .map((row, context) -> new Owned<>(id(row, "evidence_id"), excerpt(row)))
                .list()
                .stream()
                .collect(groupingBy(Owned::owner, mapping(Owned::thing, toList())));
    }

    private static Row row(ResultSet row, Map<UUID, List<SpanView>> spans) throws SQLException {
        UUID id = id(row, "id");
        UUID withId = id(row, "with_id");
        String reason = row.getString("moments");
        MomentsReason moments = reason == null ? null : MomentsReason.valueOf(reason);
        return new Row(
                id,
                id(row, "evidence_id"),
                withId,
                row.getBoolean("same_bytes"),
                new MatchView(
                        Counterpart.evidence(withId, null),
                        row.getString("match_kind"),
                        moments == null ? null : moments.answer(),
                        moments,
                        row.getString("transformation"),
                        names(row.getArray("alterations")),
                        row.getObject("speed", Double.class),
                        spans.getOrDefault(id, List.of()),
                        row.getDouble("coverage"),
                        row.getObject("other_coverage", Double.class),
                        row.getDouble("score"),
                        rectangle(row.getArray("in_this")),
                        rectangle(row.getArray("in_other")),
                        null));
    }

    private static Map<UUID, List<SpanView>> spans(Handle handle, Collection<UUID> evidenceIds) {
        return handle
                .createQuery("""
                        select match_id, from_s, to_s, other_from, other_to
                        from match_span
                        join match on match.id = match_id
                        where evidence_id = any(:evidenceIds)
                        order by match_id, position
                        """)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .map((row, context) -> new Owned<>(
                        id(row, "match_id"),
                        new SpanView(
                                row.getDouble("from_s"),
                                row.getDouble("to_s"),
                                row.getDouble("other_from"),
                                row.getDouble("other_to"))))
                .list()
                .stream()
                .collect(groupingBy(Owned::owner, mapping(Owned::thing, toList())));
    }

    private static Excerpt excerpt(ResultSet row) throws SQLException {
        List<Double> starts = numbers(row.getArray("starts"));
        List<Double> ends = numbers(row.getArray("ends"));
        return new Excerpt(
                IntStream.range(0, starts.size())
                        .mapToObj(k -> new Excerpt.Interval(starts.get(k), ends.get(k)))
                        .toList(),
                rectangle(row.getArray("in_this")),
                Excerpt.Sense.of(row.getString("match_kind"), names(row.getArray("alterations"))));
    }

    private static @Nullable List<String> names(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static List<Double> numbers(Array array) throws SQLException {
        return List.of((Double[]) array.getArray());
    }

    private static @Nullable RectangleView rectangle(@Nullable Array corners) throws SQLException {
        if (corners == null) {
            return null;
        }
        List<Double> all = numbers(corners);
        return new RectangleView(all.get(0), all.get(1), all.get(2), all.get(3));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
