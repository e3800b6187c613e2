package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.View;
import ma.balagh.analysis.media.Decoding.Still;
import ma.balagh.contracts.Ids;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes which stills and matches examinations gave, in the caller's transaction. */
@ApplicationScoped
class ResultStore {

    /** A match as one of both media has it. */
    private record Side(UUID id, UUID evidenceId, FootageMatch match) {}

    /** Matches that are written together, each with 32 spans or fewer. */
    private static final int BATCH = 100;

    private final Jdbi jdbi;
    private final ExaminationConfig config;

    ResultStore(Jdbi jdbi, ExaminationConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** None of evidence that was erased meanwhile. The caller's transaction has locked the examination. */
    void addStills(UUID examinationId, List<Still> stills) {
        if (stills.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into still (examination_id, number, at_s, jpeg)
                    select id, :number, :at, :jpeg from examination
                    where id = :examinationId and erased_at is null
                    """);
            for (int k = 0; k < stills.size(); k++) {
                batch.bind("examinationId", examinationId)
                        .bind("number", k)
                        .bind("at", stills.get(k).at())
                        .bind("jpeg", stills.get(k).jpeg())
                        .add();
            }
            batch.execute();
        });
    }

    void removeStills(UUID evidenceId) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        delete from still using examination
                        where examination.id = still.examination_id and evidence_id = :evidenceId
                        """).bind("evidenceId", evidenceId).execute());
    }

    /**
     * Each match from both sides; but what is only heard is not told to others of which it was told often enough: no
     * song makes the examination of an old medium endless.
     */
    void addMatches(UUID evidenceId, List<FootageMatch> matches, OffsetDateTime foundAt) {
        if (matches.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            Set<UUID> full = full(handle, matches);
            List<Side> sides = new ArrayList<>();
            for (FootageMatch match : matches) {
                sides.add(new Side(Ids.next(), evidenceId, match));
                if (match.kind() != Kind.SHARED_SOUND || !full.contains(match.evidenceId())) {
                    sides.add(new Side(Ids.next(), match.evidenceId(), match.seenFromOther(evidenceId)));
                }
            }
            for (int k = 0; k < sides.size(); k += BATCH) {
                List<Side> some = sides.subList(k, Math.min(k + BATCH, sides.size()));
                addMatches(handle, some, foundAt);
                addSpans(handle, some);
            }
        });
    }

    /** Those of the other media that have all matches by sound alone that they may have. */
    private Set<UUID> full(Handle handle, List<FootageMatch> matches) {
        List<UUID> heard = matches.stream()
                .filter(match -> match.kind() == Kind.SHARED_SOUND)
                .map(FootageMatch::evidenceId)
                .toList();
        return heard.isEmpty()
                ? Set.of()
                : handle.createQuery("""
                                select evidence_id
                                from match
                                where evidence_id = any(:heard) and match_kind = 'SHARED_SOUND'
                                group by evidence_id
                                having count(*) >= :most
                                """)
                        .bindArray("heard", UUID.class, heard)
                        .bind("most", 2 * config.soundMatches())
                        .mapTo(UUID.class)
                        .set();
    }

    private static void addMatches(Handle handle, List<Side> sides, OffsetDateTime foundAt) {
        var batch = handle.prepareBatch("""
                insert into match
                    (id, evidence_id, with_kind, with_id, match_kind, moments, transformation, alterations, speed,
                     coverage, other_coverage, score, in_this, in_other, found_at)
                values (:id, :evidenceId, 'EVIDENCE', :withId, :matchKind, :moments, :transformation, :alterations, :speed,
                    :coverage, :otherCoverage, :score, :inThis, :inOther, :foundAt)
                """);
        for (Side side : sides) {
            FootageMatch match = side.match();
            View view = match.view();
            MomentsReason moments = match.reason();
            batch.bind("id", side.id())
                    .bind("evidenceId", side.evidenceId())
                    .bind("withId", match.evidenceId())
                    .bind("matchKind", match.kind().name())
                    .bind("moments", moments == null ? null : moments.name())
                    .bind("transformation", match.transformation().name())
                    .bindArray("alterations", String.class, names(match.alterations()))
                    .bind("speed", match.speed())
                    .bind("coverage", match.coverage())
                    .bind("otherCoverage", match.otherCoverage())
                    .bind("score", match.score())
                    .bindByType("inThis", view == null ? null : corners(view.inThis()), Double[].class)
                    .bindByType("inOther", view == null ? null : corners(view.inOther()), Double[].class)
                    .bind("foundAt", foundAt)
                    .add();
        }
        batch.execute();
    }

    private static void addSpans(Handle handle, List<Side> sides) {
        var batch = handle.prepareBatch("""
                insert into match_span (match_id, position, from_s, to_s, other_from, other_to)
                values (:id, :position, :from, :to, :otherFrom, :otherTo)
                """);
        for (Side side : sides) {
            List<FootageMatch.Span> spans = side.match().spans();
            for (int k = 0; k < spans.size(); k++) {
                FootageMatch.Span span = spans.get(k);
                batch.bind("id", side.id())
                        .bind("position", k)
                        .bind("from", span.from())
                        .bind("to", span.to())
                        .bind("otherFrom", span.otherFrom())
                        .bind("otherTo", span.otherTo())
                        .add();
            }
        }
        batch.execute();
    }

    private static List<String> names(List<FootageMatch.Alteration> alterations) {
        return alterations.stream().map(FootageMatch.Alteration::name).toList();
    }

    private static Double[] corners(View.Rectangle rectangle) {
        return new Double[] {rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom()};
    }
}
