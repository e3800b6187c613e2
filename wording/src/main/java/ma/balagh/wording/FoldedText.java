package ma.balagh.wording;

import java.util.Arrays;
import java.util.List;

/**
 * A text in plain small letters, of which each knows where it comes from. Letters that are drawn out (three or more of
 * them) stand once.
 */
public final class FoldedText {

    private final String original;
    private final String text;
    private final int[] origins;

    private FoldedText(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    public static FoldedText of(String original) {
        var folding = new Folding(original.length());
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            folding.append(LetterNormalizer.of(point), i);
            i += Character.charCount(point);
        }
        return new FoldedText(original, folding.text.toString(), Arrays.copyOf(folding.origins, folding.text.length()));
    }

    /** The folded text; its indices are what {@link TextWord} and the other methods speak of. */
    public String text() {
        return text;
    }

    public List<TextWord> words() {
        return new WordParser(this).words();
    }

    /** The index in the original text, in UTF-16 units, of a character of the folded one. */
    public int origin(int index) {
        return origins[index];
    }

    /** What was written where the folded text has these characters, with what was left out behind the last of them. */
    public String written(int from, int to) {
        int next = to;
        // One character may have become several words, such as a half.
        while (next < text.length() && origins[next] == origins[to - 1]) {
            next++;
        }
        return original.substring(origins[from], next < text.length() ? origins[next] : original.length());
    }

    /** The character that was written there. */
    int writtenAt(int index) {
        return original.codePointAt(origins[index]);
    }

    private static final class Folding {

        private final StringBuilder text;
        private int[] origins;
        private int run;

        Folding(int length) {
            text = new StringBuilder(length);
            origins = new int[length + 16];
        }

        void append(String letters, int origin) {
            for (int i = 0; i < letters.length(); i++) {
                append(letters.charAt(i), origin);
            }
        }

        private void append(char letter, int origin) {
            int length = text.length();
            run = length > 0 && text.charAt(length - 1) == letter && Character.isLetter(letter) ? run + 1 : 1;
            // The second is taken back with the third; between them it may have been a double letter.
            if (run == 3) {
                text.setLength(length - 1);
            }
            if (run >= 3) {
                return;
            }
            if (length == origins.length) {
                origins = Arrays.copyOf(origins, length * 2);
            }
            origins[length] = origin;
            text.append(letter);
        }
    }
}
