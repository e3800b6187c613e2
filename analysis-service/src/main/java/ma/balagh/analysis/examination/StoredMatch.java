package ma.balagh.analysis.examination;

import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A match as it is stored, for everybody alike.
 *
 * @param sameBytes whether the two are one file
 * @param stored as it is shown, with the other evidence
 */
record StoredMatch(UUID id, UUID evidenceId, UUID withId, boolean sameBytes, MatchView stored) {

    MatchView view(Counterpart with, @Nullable ProposedPlace place) {
        return stored.with(with, place);
    }

    boolean isSameScene() {
        return Kind.SAME_SCENE.name().equals(stored.kind());
    }

    MatchExcerpt inThis() {
        return new MatchExcerpt(
                stored.spans().stream()
                        .map(span -> new MatchExcerpt.Interval(span.from(), span.to()))
                        .toList(),
                stored.inThis(),
                MatchExcerpt.Sense.of(stored.kind(), stored.alterations()));
    }

    MatchExcerpt inOther() {
        return new MatchExcerpt(
                stored.spans().stream()
                        .map(span -> new MatchExcerpt.Interval(span.otherFrom(), span.otherTo()))
                        .toList(),
                stored.inOther(),
                MatchExcerpt.Sense.of(stored.kind(), stored.alterations()));
    }
}
