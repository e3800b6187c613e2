package ma.balagh.intake.relevance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /relevance/assessments}.
 *
 * @param terms a list to try; without one the current list counts
 * @param threshold of that list; without one the current threshold counts
 */
record TryText(
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable List<@Nullable String> tags,
        @Nullable List<ChangeTerms.@Nullable TermDraft> terms,
        @Nullable Integer threshold) {}
