package ma.balagh.intake.relevance;

import java.util.List;
import ma.balagh.intake.relevance.ReasonTexts.ReasonText;

/**
 * An assessment as officers see it.
 *
 * @param termsVersion 0 for a list that was only tried
 */
public record AssessmentView(int score, boolean relevant, int threshold, int termsVersion, List<ReasonView> reasons) {

    /** A {@link RelevanceReason}, told in each language. */
    public record ReasonView(
            String term,
            TermMeaning meaning,
            ItemPart where,
            String words,
            int weight,
            boolean negated,
            ReasonText text) {

        public static ReasonView of(RelevanceReason reason) {
            return new ReasonView(
                    reason.term(),
                    reason.meaning(),
                    reason.where(),
                    reason.words(),
                    reason.weight(),
                    reason.negated(),
                    ReasonTexts.of(reason));
        }
    }

    static AssessmentView of(RelevanceAssessment assessment, int threshold) {
        return new AssessmentView(
                assessment.score(),
                assessment.relevant(),
                threshold,
                assessment.termsVersion(),
                assessment.reasons().stream().map(ReasonView::of).toList());
    }
}
