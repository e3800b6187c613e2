package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.CASE_DETAIL;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in texts what the records behind them say. */
final class KnownDetailMatcher {

    private static final int SHORTEST_WORDS = 4;
    /** Words that have the consonants of many names. */
    private static final Set<WordList> ORDINARY =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.THINGS, WordList.STOPWORDS);
    /** Between what is done and to whom: upon, to. */
    private static final Set<String> PREPOSITIONS = Set.of("علي", "الي");
    /** So many consonants tell one name from others. */
    private static final int SHORTEST_SKELETON = 3;

    private final NameIndex dictionary;
    private final List<String> words;
    /** By the consonants that other scripts keep. */
    private final Set<String> names = new HashSet<>();
    /** Those of the names that are not in Arabic. */
    private final Set<String> foreign = new HashSet<>();
    /** By the consonants of Arabic, which are more. */
    private final Set<String> arabic = new HashSet<>();
    /** As they stand there, however few consonants they have. */
    private final Set<String> written = new HashSet<>();
    /** As Arabic writes them, which may be ordinary words. */
    private final Set<String> spelled = new HashSet<>();

    KnownDetailMatcher(NameIndex dictionary, KnownDetails details) {
        this.dictionary = dictionary;
        words = details.words().stream()
                .map(word -> SearchableText.of(word).text().strip())
                .filter(word -> word.length() >= SHORTEST_WORDS && !dictionary.isPlace(word))
                .toList();
        details.accounts().forEach(this::addNames);
    }

    private void addNames(String account) {
        var text = SearchableText.of(account);
        var spans = names(dictionary, text).toList();
        for (var token : text.tokens()) {
            if (spans.stream().anyMatch(span -> span.from() <= token.from() && token.to() <= span.to())) {
                addName(token);
            }
        }
    }

    private void addName(TextToken token) {
        String word = bare(token);
        String skeleton = skeleton(token);
        if (word.length() >= SHORTEST_WORDS && !LatinNameDetector.PARTICLES.contains(word)) {
            written.add(word);
        }
        spelled.addAll(dictionary.spellingsOf(word));
        if (skeleton.length() >= SHORTEST_SKELETON) {
            names.add(skeleton);
            if (token.isArabic()) {
                arabic.add(ConsonantNormalizer.ofArabic(word));
            } else {
                foreign.add(skeleton);
            }
        }
    }

    /** In every script, where a list has them: there are too many accounts to look up each word. */
    static Stream<DataSpan> names(NameIndex dictionary, SearchableText account) {
        return Stream.of(
                        LatinNameDetector.find(dictionary, word -> false, account),
                        ArabicNameDetector.find(dictionary, word -> true, account),
                        ForeignScriptDetector.find(dictionary, account))
                .flatMap(List::stream);
    }

    static String skeleton(TextToken token) {
        return ConsonantNormalizer.of(bare(token));
    }

    /** Without the article, which other scripts write apart or not at all, and without the ending of the genitive. */
    private static String bare(TextToken token) {
        String word = token.withoutGenitive();
        return word.startsWith(TextToken.ARTICLE) && word.length() > SHORTEST_WORDS ? word.substring(2) : word;
    }

    List<DataSpan> find(SearchableText text) {
        var found = new ArrayList<DataSpan>();
        for (String word : words) {
            int at = text.text().indexOf(word);
            while (at >= 0) {
                if (isWhole(text.text(), at, at + word.length())) {
                    found.add(new DataSpan(CASE_DETAIL, at, at + word.length()));
                }
                at = text.text().indexOf(word, at + 1);
            }
        }
        if (!names.isEmpty() || !written.isEmpty() || !spelled.isEmpty()) {
            findNames(text.tokens(), found);
            text.hashtagWords().stream()
                    .filter(word -> word.capital() && isName(word) || endsWithAName(word.text()))
                    .map(word -> new DataSpan(NAME, word.from(), word.to()))
                    .forEach(found::add);
        }
        return found;
    }

    private void findNames(List<TextToken> tokens, List<DataSpan> found) {
        var namesakes = NamesakeDetector.of(dictionary, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (namesakes.has(i) && !isSomebodyBesideAPlace(tokens, i, namesakes)) {
                continue;
            }
            boolean introduced = isIntroduced(tokens, i);
            tokens.get(i).readings().stream()
                    .filter(reading -> reading.capital() || reading.isArabic())
                    .filter(reading -> isName(reading) || introduced && spelled.contains(reading.text()))
                    .map(reading -> new DataSpan(NAME, reading.from(), reading.to()))
                    .forEach(found::add);
        }
    }

    /** Of a hashtag in small letters alone: #justicepournadia. */
    private boolean endsWithAName(String word) {
        return written.stream().anyMatch(name -> name.length() > SHORTEST_WORDS && word.endsWith(name));
    }

    /** Rue Ibn Sina Karim Berrada: several names beside each other, with other words between them and the noun. */
    private boolean isSomebodyBesideAPlace(List<TextToken> tokens, int index, NamesakeDetector namesakes) {
        int from = index;
        while (from > 0 && tokens.get(from).follows() && isOfAName(tokens, from - 1)) {
            from--;
        }
        int to = index + 1;
        while (to < tokens.size() && tokens.get(to).follows() && isOfAName(tokens, to)) {
            to++;
        }
        return to - from > 1 && !namesakes.begins(from);
    }

    private boolean isOfAName(List<TextToken> tokens, int index) {
        var token = tokens.get(index);
        return LatinNameDetector.PARTICLES.contains(token.text())
                || ArabicFamilyClassifier.SONS.contains(token.text())
                || dictionary.nameAt(tokens, index) != null
                || isName(token);
    }

    /** Behind what is done by people or to them, or before another name of the account. */
    private boolean isIntroduced(List<TextToken> tokens, int index) {
        int before = index > 1 && PREPOSITIONS.contains(tokens.get(index - 1).text()) ? index - 2 : index - 1;
        boolean deed =
                before >= 0 && tokens.get(index).follows() && dictionary.hasReading(WordList.DEEDS, tokens.get(before));
        return deed || index + 1 < tokens.size() && tokens.get(index + 1).follows() && isName(tokens.get(index + 1));
    }

    private boolean isName(TextToken token) {
        String word = bare(token);
        if (ORDINARY.stream().anyMatch(list -> dictionary.has(list, token.text()) || dictionary.has(list, word))
                || dictionary.isOfAPlace(token.text())) {
            return false;
        }
        String skeleton = skeleton(token);
        boolean known = token.isArabic()
                ? foreign.contains(skeleton) || arabic.contains(ConsonantNormalizer.ofArabic(word))
                : names.contains(skeleton);
        return known || written.contains(word);
    }

    private static boolean isWhole(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }
}
