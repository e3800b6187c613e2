package ma.balagh.intake.relevance;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /relevance/terms}: the whole list as it shall be. What it may hold is in {@link TermRules}.
 *
 * @param reason why it is changed
 */
record ChangeTerms(
        @Nullable Integer threshold,
        @Size(max = TermRules.MOST_TERMS) @Nullable List<@Nullable TermDraft> terms,
        @Size(max = TermRules.LONGEST_REASON) @Nullable String reason) {

    /** A {@link Term} as somebody wants it. */
    record TermDraft(
            @Size(max = TermRules.LONGEST_TERM) @Nullable String term,
            @Nullable TermMeaning meaning,
            @Nullable Integer weight,

            @Size(max = TermRules.LONGEST_LANGUAGE) @Nullable
            String language) {}
}
