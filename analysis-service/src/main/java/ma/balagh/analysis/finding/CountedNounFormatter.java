package ma.balagh.analysis.finding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.analysis.finding.FindingTexts.Language;

/** Formats a number with its noun in the form that the language requires: one frame, two frames. */
final class CountedNounFormatter {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

    private final Language language;
    private final Properties nouns;

    /** @param nouns {@code <noun>.<plural category>}, with {@code {n}} where the number stands */
    CountedNounFormatter(Language language, Properties nouns) {
        this.language = language;
        this.nouns = nouns;
    }

    /** A fact that is no number has the noun's most general form: a file may say anything of itself. */
    String counted(String noun, String fact) {
        PluralCategory category = NUMBER.matcher(fact).matches()
                ? PluralCategory.of(language, new BigDecimal(fact))
                : PluralCategory.OTHER;
        String key = noun + "." + category.name().toLowerCase(Locale.ROOT);
        return nouns.getProperty(key, "{n} " + key).replace("{n}", FactFormatter.in(language, fact));
    }

    /** For tests: such as {@code frame.one}. */
    Set<String> keys() {
        return nouns.stringPropertyNames().stream().collect(Collectors.toUnmodifiableSet());
    }
}
