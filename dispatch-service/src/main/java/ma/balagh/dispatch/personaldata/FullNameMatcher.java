package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in texts the full names of people whom other records name: two words of a name beside each other in any script, or a
 * rare one alone in Latin letters. There are many such records, and one word in Arabic has the consonants of many others.
 */
final class FullNameMatcher {

    private static final int SHORTEST_PAIR = 5;
    private static final int SHORTEST_WORD = 5;
    private static final Set<WordList> ORDINARY =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.TITLES, WordList.HONORIFICS, WordList.BRANDS);

    private record Pair(String first, String second) {}

    private final NameIndex dictionary;
    private final Set<Pair> pairs = new HashSet<>();
    private final Set<String> rare = new HashSet<>();

    FullNameMatcher(NameIndex dictionary, List<String> accounts) {
        this.dictionary = dictionary;
        accounts.forEach(this::addNames);
    }

    private void addNames(String account) {
        var text = SearchableText.of(account);
        KnownDetailMatcher.names(dictionary, text)
                .map(span -> text.tokens().stream()
                        .filter(token -> span.from() <= token.from() && token.to() <= span.to())
                        .toList())
                .filter(name -> name.size() > 1)
                .forEach(this::addName);
    }

    private void addName(List<TextToken> name) {
        for (int i = 1; i < name.size(); i++) {
            String first = KnownDetailMatcher.skeleton(name.get(i - 1));
            String second = KnownDetailMatcher.skeleton(name.get(i));
            if (!first.isEmpty() && !second.isEmpty() && first.length() + second.length() >= SHORTEST_PAIR) {
                pairs.add(new Pair(first, second));
                // A list has the family before.
                pairs.add(new Pair(second, first));
            }
        }
        name.stream().filter(this::isRare).map(TextToken::withoutGenitive).forEach(rare::add);
    }

    private boolean isRare(TextToken token) {
        return !token.isArabic()
                && token.text().length() >= SHORTEST_WORD
                && !dictionary.isOfAPlace(token.text())
                && ORDINARY.stream().noneMatch(list -> dictionary.has(list, token.text()));
    }

    List<DataSpan> find(SearchableText text) {
        var found = new ArrayList<DataSpan>();
        var tokens = text.tokens();
        var namesakes = NamesakeDetector.of(dictionary, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!mayName(token)) {
                continue;
            }
            if (!namesakes.has(i) && rare.contains(token.withoutGenitive())) {
                found.add(new DataSpan(NAME, token.from(), token.to()));
            }
            if (i > 0
                    && token.follows()
                    && mayName(tokens.get(i - 1))
                    && !(namesakes.has(i) && namesakes.begins(i - 1))
                    && isPair(tokens.get(i - 1), token)) {
                found.add(new DataSpan(NAME, tokens.get(i - 1).from(), token.to()));
            }
        }
        return found;
    }

    private static boolean mayName(TextToken token) {
        return token.isArabic() || token.capital();
    }

    private boolean isPair(TextToken before, TextToken token) {
        String second = KnownDetailMatcher.skeleton(token);
        return before.readings().stream()
                .anyMatch(first -> pairs.contains(new Pair(KnownDetailMatcher.skeleton(first), second)));
    }
}
