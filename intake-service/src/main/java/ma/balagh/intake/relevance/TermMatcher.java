package ma.balagh.intake.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of terms, prepared for matching. Up to two words may stand between those of a term, and any number of stop
 * words within {@link #REACH}, but none after a stop word of the term. The time depends on the length of the text, not
 * on the number of terms.
 */
final class TermMatcher {

    static final int MOST_WORDS = 6;

    private static final int SLOP = 2;

    /** The next word of a term stands at most so many words further on. */
    private static final int REACH = 6;

    /** @param first index of the token that it begins with */
    record Match(Term term, int first, int last) {}

    private static final class Node {

        private final Map<String, Node> next = new HashMap<>();
        private final List<Term> terms = new ArrayList<>(1);
    }

    private final int version;
    private final int threshold;
    private final Node root = new Node();

    private TermMatcher(int version, int threshold) {
        this.version = version;
        this.threshold = threshold;
    }

    static TermMatcher of(int version, TermList list) {
        var vocabulary = new TermMatcher(version, list.threshold());
        list.terms().forEach(term -> vocabulary.add(term, key(term.term())));
        return vocabulary;
    }

    /** The stems that a term is looked for by: terms of the same key are the same. */
    static List<String> key(String term) {
        return TermAnalyzer.of(term).stream().map(WordToken::stem).toList();
    }

    int version() {
        return version;
    }

    int threshold() {
        return threshold;
    }

    private void add(Term term, List<String> key) {
        Node node = root;
        for (String stem : key) {
            node = node.next.computeIfAbsent(stem, first -> new Node());
        }
        if (node != root) {
            node.terms.add(term);
        }
    }

    /**
     * The terms that the text has, in its order. One inside another is not found: the longer says what is meant.
     *
     * @param language primary language of the text, where it is known
     */
    List<Match> in(List<WordToken> tokens, @Nullable String language) {
        var search = new Search(tokens, language);
        for (int i = 0; i < tokens.size(); i++) {
            search.step(root, i, i, new ArrayList<>(2), 0);
        }
        search.found.sort(Comparator.comparingInt(Match::first)
                .thenComparing(Comparator.comparingInt(Match::last).reversed()));
        var outermost = new ArrayList<Match>();
        int reached = -1;
        int since = -1;
        for (Match match : search.found) {
            boolean same = match.first() == since && match.last() == reached;
            if (match.last() > reached || same) {
                outermost.add(match);
                reached = match.last();
                since = match.first();
            }
        }
        return outermost;
    }

    private static final class Search {

        private final List<WordToken> tokens;
        private final @Nullable String language;
        private final List<Match> found = new ArrayList<>();

        Search(List<WordToken> tokens, @Nullable String language) {
            this.tokens = tokens;
            this.language = language;
        }

        /** Goes on with the word at an index, if a term does. Of one word the nearest is taken, not each in reach. */
        private void step(Node node, int first, int index, List<Node> taken, int passed) {
            for (String form : tokens.get(index).forms()) {
                Node next = node.next.get(form);
                if (next != null && !taken.contains(next)) {
                    taken.add(next);
                    take(next, first, index, passed);
                }
            }
        }

        private void take(Node node, int first, int index, int alreadyPassed) {
            node.terms.stream()
                    .filter(term -> term.countsIn(language))
                    .forEach(term -> found.add(new Match(term, first, index)));
            if (node.next.isEmpty()) {
                return;
            }
            int clause = tokens.get(index).word().clause();
            int passed = alreadyPassed;
            var taken = new ArrayList<Node>();
            for (int k = index + 1; k < tokens.size() && k <= index + REACH; k++) {
                WordToken token = tokens.get(k);
                if (token.word().clause() != clause || passed > SLOP) {
                    return;
                }
                step(node, first, k, taken, passed);
                // "Un film" is not in "un policier filmé": what a stop word belongs to follows it.
                if (!token.isStop() && tokens.get(index).isStop()) {
                    return;
                }
                passed += token.isStop() ? 0 : 1;
            }
        }
    }
}
