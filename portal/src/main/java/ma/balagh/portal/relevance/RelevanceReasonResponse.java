package ma.balagh.portal.relevance;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * A term that a text has, and what it did to the score.
 *
 * @param words as the text has them
 * @param weight negative where it lowered the score, 0 where it did nothing
 */
@TemplateData
public record RelevanceReasonResponse(
        String term,
        @Nullable TermMeaningCode meaning,
        @Nullable Where where,
        String words,
        int weight,
        boolean negated) {

    /** Where it stands. */
    public enum Where {
        TITLE,
        TEXT,
        TAG
    }

    /** How it is told. */
    public enum Effect {
        RAISED,
        LOWERED,
        NEGATED,
        NOT_COUNTED
    }

    public Effect effect() {
        if (negated) {
            return Effect.NEGATED;
        }
        return weight > 0 ? Effect.RAISED : weight < 0 ? Effect.LOWERED : Effect.NOT_COUNTED;
    }

    /** With its sign, as a number is written. */
    public String points() {
        return weight > 0 ? "+" + weight : weight < 0 ? "\u2212" + -weight : "0";
    }
}
