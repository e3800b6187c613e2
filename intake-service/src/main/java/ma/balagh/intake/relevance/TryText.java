package ma.balagh.intake.relevance;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /relevance/assessments}.
 *
 * @param terms a list to try; without one the current list counts
 * @param threshold of that list; without one the current threshold counts
 */
record TryText(
        @Size(max = RelevanceService.LONGEST_LINE) @Nullable String title,
        @Size(max = RelevanceService.LONGEST_TEXT) @Nullable String text,
        @Size(max = TermRules.LONGEST_LANGUAGE) @Nullable String language,

        @Size(max = RelevanceService.MOST_TAGS) @Nullable
        List<@Nullable @Size(max = RelevanceService.LONGEST_LINE) String> tags,

        @Size(max = TermRules.MOST_TERMS) @Nullable List<ChangeTerms.@Nullable TermDraft> terms,
        @Nullable Integer threshold) {}
