package ma.balagh.dispatch.personaldata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds lines in which most words have a capital, as titles do in English: there a capital tells no name. */
final class HeadlineDetector {

    private static final int FEWEST_WORDS = 4;
    private static final double SHARE = 0.6;

    private HeadlineDetector() {}

    /** @return the indices of the words of such lines */
    static Set<Integer> find(List<TextToken> tokens) {
        var found = new HashSet<Integer>();
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).beginsALine()) {
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
}
