package ma.balagh.dispatch.personaldata;

import java.util.Arrays;
import java.util.List;

/** Finds words in quotation marks, such as titles, ships, operations and nicknames. Quoted sentences are left out. */
final class QuotationDetector {

    private static final int MOST_WORDS = 5;

    private QuotationDetector() {}

    /** @return for each word whether it is quoted */
    static boolean[] find(List<TextToken> tokens) {
        var quoted = new boolean[tokens.size()];
        int from = -1;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean open = i < tokens.size() && isOpenBehind(tokens.get(i).gap(), from >= 0);
            if (open && from < 0) {
                from = i;
            } else if (!open && from >= 0) {
                Arrays.fill(quoted, from, i, i - from <= MOST_WORDS);
                from = -1;
            }
        }
        return quoted;
    }

    private static boolean isOpenBehind(String gap, boolean before) {
        boolean open = before;
        for (int k = 0; k < gap.length(); k++) {
            open = switch (gap.charAt(k)) {
                case '«', '“' -> true;
                case '»', '”' -> false;
                case '"' -> !open;
                default -> open && gap.charAt(k) != '\n';
            };
        }
        return open;
    }
}
