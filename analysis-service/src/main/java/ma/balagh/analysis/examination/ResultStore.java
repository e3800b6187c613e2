package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.View;
import ma.balagh.analysis.media.Decoding.Still;
import ma.balagh.contracts.Ids;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes which stills and matches examinations gave, in the caller's transaction. */
@ApplicationScoped
class ResultStore {

    private final Jdbi jdbi;

    ResultStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void addStills(UUID examinationId, List<Still> stills) {
        if (stills.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into still (examination_id, number, at_s, jpeg)
                    values (:examinationId, :number, :at, :jpeg)
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

    /** Each match from both sides. */
    void addMatches(UUID evidenceId, List<FootageMatch> matches, OffsetDateTime foundAt) {
        jdbi.useHandle(handle -> {
            for (FootageMatch match : matches) {
                addMatch(handle, evidenceId, match, foundAt);
                addMatch(handle, match.evidenceId(), match.seenFromOther(evidenceId), foundAt);
            }
        });
    }

    private static void addMatch(Handle handle, UUID evidenceId, FootageMatch match, OffsetDateTime foundAt) {
        UUID id = Ids.next();
        View view = match.view();
        handle.createUpdate("""
                        insert into match
                            (id, evidence_id, with_kind, with_id, match_kind, transformation, alterations, speed,
                             coverage, other_coverage, score, in_this, in_other, found_at)
                        values (:id, :evidenceId, 'EVIDENCE', :withId, :matchKind, :transformation, :alterations, :speed,
                            :coverage, :otherCoverage, :score, :inThis, :inOther, :foundAt)
                        """)
                .bind("id", id)
                .bind("evidenceId", evidenceId)
                .bind("withId", match.evidenceId())
                .bind("matchKind", match.kind().name())
                .bind("transformation", match.transformation().name())
                .bindArray("alterations", String.class, names(match.alterations()))
                .bind("speed", match.speed())
                .bind("coverage", match.coverage())
                .bind("otherCoverage", match.otherCoverage())
                .bind("score", match.score())
                .bindByType("inThis", view == null ? null : corners(view.inThis()), Double[].class)
                .bindByType("inOther", view == null ? null : corners(view.inOther()), Double[].class)
                .bind("foundAt", foundAt)
                .execute();
        var batch = handle.prepareBatch("""
                insert into match_span (match_id, position, from_s, to_s, other_from, other_to)
                values (:id, :position, :from, :to, :otherFrom, :otherTo)
                """);
        for (int k = 0; k < match.spans().size(); k++) {
            FootageMatch.Span span = match.spans().get(k);
            batch.bind("id", id)
                    .bind("position", k)
                    .bind("from", span.from())
                    .bind("to", span.to())
                    .bind("otherFrom", span.otherFrom())
                    .bind("otherTo", span.otherTo())
                    .add();
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
