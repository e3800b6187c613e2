package ma.balagh.intake.relevance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores an item by the newest list of terms, without the database. No text makes it fail. */
@ApplicationScoped
public class RelevanceService {

    /** UTF-16 units of a text that are looked at, and of a title or tag. */
    static final int LONGEST_TEXT = 20_000;

    static final int LONGEST_LINE = 500;
    static final int MOST_TAGS = 50;

    private static final Set<String> KNOWN = Set.of("ar", "fr", "en");
    private static final Set<String> ARABIC = Set.of("ary", "arb");

    private final CurrentTermsCache terms;

    RelevanceService(CurrentTermsCache terms) {
        this.terms = terms;
    }

    /**
     * What lies beyond 20,000 characters of a text, 500 of a title or tag, or the fiftieth tag is not looked at.
     *
     * @param language BCP 47, as the source says; where it is none of the terms' languages, it counts as not said
     */
    public RelevanceAssessment assess(
            @Nullable String title, @Nullable String text, @Nullable String language, List<String> tags) {
        return assess(terms.vocabulary(), title, text, language, tags);
    }

    static RelevanceAssessment assess(
            TermMatcher vocabulary,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            List<String> tags) {
        var scoring = new RelevanceScoreCalculator(vocabulary, primary(language));
        if (title != null) {
            scoring.add(ItemPart.TITLE, start(title, LONGEST_LINE));
        }
        tags.stream().limit(MOST_TAGS).forEach(tag -> scoring.add(ItemPart.TAG, "#" + start(tag, LONGEST_LINE)));
        if (text != null) {
            scoring.add(ItemPart.TEXT, start(text, LONGEST_TEXT));
        }
        return scoring.assessment();
    }

    private static String start(String part, int longest) {
        return part.length() <= longest ? part : part.substring(0, longest);
    }

    private static @Nullable String primary(@Nullable String language) {
        if (language == null) {
            return null;
        }
        String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return ARABIC.contains(primary) ? "ar" : KNOWN.contains(primary) ? primary : null;
    }
}
