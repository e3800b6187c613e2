package ma.balagh.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a folded text apart into words. Hashtags are taken apart at underscores and where a capital follows a small
 * letter; French articles that have lost their vowel are left out.
 */
final class WordParser {

    private static final String NEW_CLAUSE = ".!?;:,\n،؛؟…()«»\"|";
    private static final Set<String> ELIDED = Set.of("l", "d", "j", "n", "s", "m", "t", "c", "qu", "lorsqu", "jusqu");

    /** Latin letters with single digits among them, at least two letters in all: {@code sr9ouni}, but not {@code 22h30}. */
    private static final Pattern ARABIC_IN_LATIN =
            Pattern.compile("(?=[a-z0-9]*[a-z][0-9]?[a-z])(?=[a-z]*[235789])(?![a-z0-9]*[0-9]{2})[a-z2-9]+");

    private static final Map<Character, String> DIGITS =
            Map.of('2', "", '3', "a", '5', "kh", '7', "h", '8', "gh", '9', "q");

    private final FoldedText folded;
    private final String text;
    private final List<TextWord> words = new ArrayList<>();
    private int clause;

    WordParser(FoldedText folded) {
        this.folded = folded;
        this.text = folded.text();
    }

    List<TextWord> words() {
        boolean tag = false;
        int i = 0;
        while (i < text.length()) {
            if (isPart(i)) {
                int end = i + 1;
                while (end < text.length() && isPart(end) && !isBreak(end, tag)) {
                    end++;
                }
                add(i, end);
                i = end;
            } else {
                tag = text.charAt(i) == '#' || tag && text.charAt(i) == '_';
                if (isNewClause(i)) {
                    clause++;
                }
                i++;
            }
        }
        return words;
    }

    private void add(int from, int to) {
        String form = text.substring(from, to);
        boolean elided = to < text.length() && text.charAt(to) == '\'' && ELIDED.contains(form);
        if (!elided) {
            boolean mixed = hasDigit(form) && ARABIC_IN_LATIN.matcher(form).matches();
            String plain = mixed ? withoutDigits(form) : form;
            words.add(new TextWord(plain, from, to, clause));
        }
    }

    private boolean isPart(int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) && Character.isLetter(codePoint(index));
    }

    private int codePoint(int index) {
        return Character.isLowSurrogate(text.charAt(index)) && index > 0
                ? text.codePointAt(index - 1)
                : text.codePointAt(index);
    }

    private boolean isBreak(int index, boolean tag) {
        char before = text.charAt(index - 1);
        char here = text.charAt(index);
        if (isArabic(before) != isArabic(here)) {
            return true;
        }
        return tag
                && Character.isUpperCase(folded.writtenAt(index))
                && !Character.isUpperCase(folded.writtenAt(index - 1));
    }

    private boolean isNewClause(int index) {
        char c = text.charAt(index);
        boolean inNumber = index > 0
                && index + 1 < text.length()
                && Character.isDigit(text.charAt(index - 1))
                && Character.isDigit(text.charAt(index + 1));
        return NEW_CLAUSE.indexOf(c) >= 0 && !inNumber;
    }

    private static boolean hasDigit(String form) {
        return form.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isArabic(char c) {
        return c >= 0x0600 && c < 0x0780;
    }

    private static String withoutDigits(String word) {
        var plain = new StringBuilder(word.length() + 2);
        for (char c : word.toCharArray()) {
            plain.append(DIGITS.getOrDefault(c, Character.toString(c)));
        }
        return plain.toString();
    }
}
