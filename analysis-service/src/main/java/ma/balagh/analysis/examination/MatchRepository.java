package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.examination.ExaminationView.RectangleView;
import ma.balagh.analysis.examination.ExaminationView.SpanView;
import ma.balagh.analysis.footage.AlterationKind;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.PictureAlignment;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code match} and {@code match_span}. */
@ApplicationScoped
class MatchRepository {

    /** A span of a match that is to be stored, with its place among the spans of that match. */
    private record FoundSpan(UUID matchId, int position, FootageMatch.Span span) {}

    /** Matches that are written together, each with 32 spans or fewer. */
    private static final int BATCH = 100;

    private final Session session;

    MatchRepository(Session session) {
        this.session = session;
    }

    /** Those of these evidences, best first. */
    List<StoredMatch> of(Collection<UUID> evidenceIds) {
        Map<UUID, List<SpanView>> spans = spans(evidenceIds);
        return session
                .createNativeQuery("""
                        select id, evidence_id, with_id, match_kind, moments, transformation, alterations, speed,
                            coverage, other_coverage, score, in_this, in_other,
                            exists (
                                select 1 from examination this join examination other using (sha256)
                                where this.evidence_id = match.evidence_id and other.evidence_id = with_id) as same_bytes
                        from match
                        where evidence_id = any(:evidenceIds)
                        order by evidence_id, coverage desc, score desc, id
                        """, Tuple.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> match(row, spans))
                .toList();
    }

    /** What the media of the first have in common with those of the second, by medium of the first. */
    Map<UUID, List<MatchExcerpt>> excerpts(Collection<UUID> media, Collection<UUID> others) {
        return session
                .createNativeQuery("""
                        select evidence_id, in_this, match_kind, alterations,
                            array_agg(from_s order by position) as starts, array_agg(to_s order by position) as ends
                        from match
                        join match_span on match_id = id
                        where evidence_id = any(:media) and with_id = any(:others)
                        group by id
                        """, Tuple.class)
                .setParameter("media", media.toArray(UUID[]::new))
                .setParameter("others", others.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row.get("evidence_id", UUID.class), mapping(MatchRepository::excerpt, toList())));
    }

    /** Those of these evidences that have so many matches by sound alone, or more. */
    Set<UUID> withSharedSounds(Collection<UUID> evidenceIds, int matches) {
        return Set.copyOf(ScalarQuery.of(session, """
                        select evidence_id
                        from match
                        where evidence_id = any(:evidenceIds) and match_kind = 'SHARED_SOUND'
                        group by evidence_id
                        having count(*) >= :matches
                        """, UUID.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .setParameter("matches", matches)
                .getResultList());
    }

    void insert(List<FoundMatch> found, Instant foundAt) {
        for (int k = 0; k < found.size(); k += BATCH) {
            List<FoundMatch> some = found.subList(k, Math.min(k + BATCH, found.size()));
            insertMatches(some, foundAt);
            insertSpans(some);
        }
    }

    /** Arrays of a row are texts here: an array of arrays would be unnested whole. */
    private void insertMatches(List<FoundMatch> found, Instant foundAt) {
        session.createNativeMutationQuery("""
                        insert into match
                            (id, evidence_id, with_kind, with_id, match_kind, moments, transformation, alterations, speed,
                             coverage, other_coverage, score, in_this, in_other, found_at)
                        select id, evidence_id, 'EVIDENCE', with_id, match_kind, moments, transformation,
                            cast(alterations as text[]), speed, coverage, other_coverage, score,
                            cast(in_this as double precision[]), cast(in_other as double precision[]), :foundAt
                        from unnest(:ids, :evidenceIds, :withIds, :kinds, :moments, :transformations, :alterations,
                                :speeds, :coverages, :otherCoverages, :scores, :inThis, :inOther)
                            as found (id, evidence_id, with_id, match_kind, moments, transformation, alterations,
                                speed, coverage, other_coverage, score, in_this, in_other)
                        """)
                .setParameter("ids", column(found, FoundMatch::id, UUID[]::new))
                .setParameter("evidenceIds", column(found, FoundMatch::evidenceId, UUID[]::new))
                .setParameter("withIds", column(found, each -> each.match().evidenceId(), UUID[]::new))
                .setParameter("kinds", column(found, each -> each.match().kind().name(), String[]::new))
                .setParameter("moments", column(found, each -> moments(each.match()), String[]::new))
                .setParameter(
                        "transformations",
                        column(found, each -> each.match().transformation().name(), String[]::new))
                .setParameter("alterations", column(found, each -> alterations(each.match()), String[]::new))
                .setParameter("speeds", column(found, each -> each.match().speed(), Double[]::new))
                .setParameter("coverages", column(found, each -> each.match().coverage(), Double[]::new))
                .setParameter(
                        "otherCoverages", column(found, each -> each.match().otherCoverage(), Double[]::new))
                .setParameter("scores", column(found, each -> each.match().score(), Double[]::new))
                .setParameter("inThis", column(found, each -> inThis(each.match()), String[]::new))
                .setParameter("inOther", column(found, each -> inOther(each.match()), String[]::new))
                .setParameter("foundAt", foundAt)
                .executeUpdate();
    }

    private void insertSpans(List<FoundMatch> found) {
        List<FoundSpan> spans = found.stream().flatMap(MatchRepository::spans).toList();
        session.createNativeMutationQuery("""
                        insert into match_span (match_id, position, from_s, to_s, other_from, other_to)
                        select * from unnest(:ids, :positions, :starts, :ends, :otherStarts, :otherEnds)
                        """)
                .setParameter("ids", column(spans, FoundSpan::matchId, UUID[]::new))
                .setParameter("positions", column(spans, FoundSpan::position, Integer[]::new))
                .setParameter("starts", column(spans, each -> each.span().from(), Double[]::new))
                .setParameter("ends", column(spans, each -> each.span().to(), Double[]::new))
                .setParameter("otherStarts", column(spans, each -> each.span().otherFrom(), Double[]::new))
                .setParameter("otherEnds", column(spans, each -> each.span().otherTo(), Double[]::new))
                .executeUpdate();
    }

    private static Stream<FoundSpan> spans(FoundMatch found) {
        List<FootageMatch.Span> spans = found.match().spans();
        return IntStream.range(0, spans.size()).mapToObj(k -> new FoundSpan(found.id(), k, spans.get(k)));
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable String moments(FootageMatch match) {
        MomentsReason reason = match.reason();
        return reason == null ? null : reason.name();
    }

    private static String alterations(FootageMatch match) {
        return array(match.alterations().stream().map(AlterationKind::name));
    }

    private static @Nullable String inThis(FootageMatch match) {
        PictureAlignment view = match.view();
        return view == null ? null : corners(view.inThis());
    }

    private static @Nullable String inOther(FootageMatch match) {
        PictureAlignment view = match.view();
        return view == null ? null : corners(view.inOther());
    }

    private static String corners(PictureAlignment.Rectangle rectangle) {
        return array(Stream.of(rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom())
                .map(String::valueOf));
    }

    private static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "{", "}"));
    }

    private Map<UUID, List<SpanView>> spans(Collection<UUID> evidenceIds) {
        return session
                .createNativeQuery("""
                        select match_id, from_s, to_s, other_from, other_to
                        from match_span
                        join match on match.id = match_id
                        where evidence_id = any(:evidenceIds)
                        order by match_id, position
                        """, Tuple.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row.get("match_id", UUID.class),
                        mapping(
                                row -> new SpanView(
                                        row.get("from_s", Double.class),
                                        row.get("to_s", Double.class),
                                        row.get("other_from", Double.class),
                                        row.get("other_to", Double.class)),
                                toList())));
    }

    private static StoredMatch match(Tuple row, Map<UUID, List<SpanView>> spans) {
        UUID id = row.get("id", UUID.class);
        UUID withId = row.get("with_id", UUID.class);
        String reason = row.get("moments", String.class);
        MomentsReason moments = reason == null ? null : MomentsReason.valueOf(reason);
        return new StoredMatch(
                id,
                row.get("evidence_id", UUID.class),
                withId,
                row.get("same_bytes", Boolean.class),
                new MatchView(
                        Counterpart.evidence(withId, null),
                        row.get("match_kind", String.class),
                        moments == null ? null : moments.answer(),
                        moments,
                        row.get("transformation", String.class),
                        alterations(row),
                        row.get("speed", Double.class),
                        spans.getOrDefault(id, List.of()),
                        row.get("coverage", Double.class),
                        row.get("other_coverage", Double.class),
                        row.get("score", Double.class),
                        rectangle(row.get("in_this", Double[].class)),
                        rectangle(row.get("in_other", Double[].class)),
                        null));
    }

    private static MatchExcerpt excerpt(Tuple row) {
        Double[] starts = row.get("starts", Double[].class);
        Double[] ends = row.get("ends", Double[].class);
        return new MatchExcerpt(
                IntStream.range(0, starts.length)
                        .mapToObj(k -> new MatchExcerpt.Interval(starts[k], ends[k]))
                        .toList(),
                rectangle(row.get("in_this", Double[].class)),
                MatchExcerpt.Sense.of(row.get("match_kind", String.class), alterations(row)));
    }

    private static List<String> alterations(Tuple row) {
        return List.of(row.get("alterations", String[].class));
    }

    private static @Nullable RectangleView rectangle(Double @Nullable [] corners) {
        return corners == null ? null : new RectangleView(corners[0], corners[1], corners[2], corners[3]);
    }
}
