package ma.balagh.dispatch.personaldata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds lines and sentences in which most words have a capital, as titles do in English: there a capital tells no name. */
final class HeadlineDetector {

    private static final int FEWEST_WORDS = 4;
    private static final double SHARE = 0.6;

    private HeadlineDetector() {}

    /** @return the indices of the words of such titles */
    static Set<Integer> find(List<TextToken> tokens) {
        var found = new HashSet<Integer>();
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).beginsALine() || isBehindAFullStop(tokens, i)) {
                long capitals = tokens.subList(start, i).stream()
                        .filter(TextToken::capital)
                        .count();
                if (i - start >= FEWEST_WORDS && capitals >= SHARE * (i - start)) {
                    for (int j = start; j < i; j++) {
                        found.add(j);
                    }
                }
                start = i;
            }
        }
        return found;
    }

    /** Of a word with more than one letter: an initial has a full stop as well. */
    private static boolean isBehindAFullStop(List<TextToken> tokens, int index) {
        String gap = tokens.get(index).gap();
        boolean stop = gap.startsWith(".") || gap.startsWith("!") || gap.startsWith("?") || gap.startsWith(":");
        return stop && gap.length() > 1 && tokens.get(index - 1).text().length() > 1;
    }
}
