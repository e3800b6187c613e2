package ma.balagh.intake.relevance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /relevance/terms}: the whole list as it shall be. What it may hold is in {@link TermRules}.
 *
 * @param reason why it is changed
 */
record ChangeTerms(
        @Nullable Integer threshold,
        @Nullable List<@Nullable TermDraft> terms,
        @Nullable String reason) {

    /** A {@link Term} as somebody wants it. */
    record TermDraft(
            @Nullable String term,
            @Nullable Meaning meaning,
            @Nullable Integer weight,
            @Nullable String language) {}
}
