package ma.balagh.analysis.urgency;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes spellings of one word equal: case and accents, Arabic vowel signs, tatweel, the forms of alef, ya, ta marbuta
 * and hamza, letters of Darija that stand for a sound of their own, the digits that stand for Arabic letters in Latin
 * script, and letters that are drawn out.
 */
final class Spelling {

    private static final Pattern NEW_CLAUSE = Pattern.compile("[.!?;:,\\n،؛؟…()«»\"]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\u0640]");
    private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");

    /** A word of Latin letters, among which digits stand for Arabic ones. */
    private static final Pattern LATIN = Pattern.compile("(?=.*[a-z])[a-z0-9]+");

    private static final Map<String, String> DIGITS = Map.of("2", "", "3", "a", "5", "kh", "7", "h", "9", "q");
    private static final Pattern DIGIT = Pattern.compile("[23579]");

    private Spelling() {}

    /** The words of each clause. What is said of one clause is not said of the next. */
    static List<List<String>> clauses(String text) {
        return Arrays.stream(NEW_CLAUSE.split(text))
                .map(Spelling::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    static List<String> words(String clause) {
        return BETWEEN_WORDS
                .splitAsStream(plain(clause))
                .filter(word -> !word.isEmpty())
                .map(word -> LATIN.matcher(word).matches() ? withoutDigits(word) : word)
                .toList();
    }

    private static String withoutDigits(String word) {
        return DIGIT.matcher(word).replaceAll(digit -> DIGITS.getOrDefault(digit.group(), ""));
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(bare.length());
        bare.chars().map(Spelling::letter).forEach(c -> plain.append((char) c));
        return DRAWN_OUT.matcher(plain).replaceAll("$1");
    }

    /** What carries a hamza has lost it with the other marks by then. */
    private static int letter(int c) {
        return switch (c) {
            case 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک', 'گ', 'ڭ', 'ݣ' -> 'ك';
            case 'ڤ', 'ڥ' -> 'ف';
            case 'پ' -> 'ب';
            default -> c;
        };
    }
}
