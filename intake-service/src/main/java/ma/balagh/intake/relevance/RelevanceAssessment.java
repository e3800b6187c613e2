package ma.balagh.intake.relevance;

import java.util.List;

/**
 * How relevant an item is.
 *
 * @param score 0 to 100
 * @param relevant whether the score reaches the threshold of the list
 * @param termsVersion the version of the list of terms, 0 for one that is only tried
 * @param reasons what weighs most first
 */
public record RelevanceAssessment(int score, boolean relevant, int termsVersion, List<RelevanceReason> reasons) {

    public RelevanceAssessment {
        reasons = List.copyOf(reasons);
    }
}
