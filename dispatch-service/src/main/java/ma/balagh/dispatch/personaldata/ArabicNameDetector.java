package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds names of people in Arabic, which has no capitals: those of the dictionary, and what follows a form of address. */
final class ArabicNameDetector {

    private static final String ARTICLE = TextToken.ARTICLE;
    /** Before a saint, whose name is that of a place, and before a man. */
    static final Set<String> LORDS = Set.of("سيدي", "مولاي", "لاله");
    /** Of people: what begins with the third of them is mostly a commune. */
    private static final Set<String> LORDS_OF_PEOPLE = Set.of("مولاي", "لاله");
    /** Between what a place is and the one after whom it is called. */
    private static final Set<String> NAMESAKES =
            Set.of("الشيخ", "الامير", "الاميره", "الامام", "الملك", "الشهيد", "العلامه", "السلطان", "القاضي", "جلاله");

    private static final int INITIAL_AND_FAMILY = 2;
    private static final int MOST_WORDS = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final ArabicFamilyClassifier families;
    private final ArabicIntroductionDetector introductions;
    private final ArabicHonorificDetector honorifics;
    private final NamesakeDetector namesakes;
    private final OutOfVocabularyDetector strangers;
    private final List<DataSpan> found = new ArrayList<>();

    private ArabicNameDetector(NameIndex names, Predicate<String> lexicon, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.families = new ArabicFamilyClassifier(names, tokens);
        this.introductions = new ArabicIntroductionDetector(names, tokens);
        this.honorifics = new ArabicHonorificDetector(names, tokens, introductions);
        this.namesakes = NamesakeDetector.of(names, tokens);
        this.strangers = new OutOfVocabularyDetector(names, lexicon, tokens, families);
    }

    /** @param lexicon whether a word, as it is written, is one of Arabic */
    static List<DataSpan> find(NameIndex names, Predicate<String> lexicon, SearchableText text) {
        var detector = new ArabicNameDetector(names, lexicon, text.tokens());
        for (int i = 0; i < detector.tokens.size(); ) {
            int next = detector.tokens.get(i).isArabic() ? detector.nameFrom(i) : i;
            i = Math.max(next, i + 1);
        }
        return detector.found;
    }

    /** Where to look next: behind the name or place that begins there, or at the same word where none does. */
    private int nameFrom(int index) {
        if (namesakes.has(index)) {
            return endOfName(namesakes.behind(index));
        }
        int titled = wordsOfLord(index);
        if (titled > 0) {
            return take(tokens.get(index).from(), index + titled);
        }
        int place = names.placeRead(tokens, index);
        if (place > 0) {
            return index + place;
        }
        int first = honorifics.nameBehind(index);
        if (first > index) {
            boolean son = ArabicFamilyClassifier.SONS.contains(tokens.get(first).text())
                    && first + 1 < tokens.size()
                    && tokens.get(first + 1).follows();
            var name = nameOf(tokens.get(first), first);
            int words = name != null ? name.words() : 1;
            int end = take(tokens.get(first).from(), son ? first + 2 : first + words);
            return isSecondOfTwo(index, end) ? take(tokens.get(end).from() + 1, end + 1) : end;
        }
        int unlisted = wordsOfUnlisted(index);
        if (unlisted > 0) {
            return take(tokens.get(index).from(), index + unlisted);
        }
        for (var token : tokens.get(index).readings()) {
            var name = nameOf(token, index);
            boolean joined = !token.text().equals(tokens.get(index).text()); // the café and Mohammed: another one
            if (name != null && (joined || !isAfterAPlaceNoun(index)) && isNamed(index, name)) {
                boolean lord = index > 0 && LORDS.contains(tokens.get(index - 1).text());
                int behind = index + name.words();
                boolean bare = name.ambiguous() && introductions.isIntroduced(index, name);
                return take(lord ? tokens.get(index - 1).from() : token.from(), bare ? behind + 1 : behind);
            }
            if (name != null && !joined && isAfterAPlaceNoun(index)) {
                return endOfName(index + name.words());
            }
        }
        return strangers.begins(index) ? take(tokens.get(index).from(), index + 1) : index;
    }

    /**
     * How many words there are of a saint's title and a given name, behind which the son or the daughter of somebody stands: a
     * place is seldom called so, and then has its noun before it. None where there is no such name.
     */
    private int wordsOfLord(int index) {
        if (!LORDS.contains(tokens.get(index).text())
                || index + 2 >= tokens.size()
                || !tokens.get(index + 1).follows()
                || isAfterAPlaceNoun(index)
                || index > 0 && NAMESAKES.contains(tokens.get(index - 1).text())) {
            return 0;
        }
        var name = nameOf(tokens.get(index + 1), index + 1);
        int words = name != null && name.given() ? 1 + name.words() : 0;
        int son = index + words;
        return words > 0
                        && names.placeRead(tokens, index) <= words
                        && son + 1 < tokens.size()
                        && tokens.get(son).follows()
                        && tokens.get(son + 1).follows()
                        && ArabicFamilyClassifier.SONS.contains(tokens.get(son).text())
                ? words
                : 0;
    }

    /** How many words a name has that its form tells, whether it is in the dictionary or not; none where there is none. */
    private int wordsOfUnlisted(int index) {
        String word = tokens.get(index).text();
        if (isInitial(index)) {
            return INITIAL_AND_FAMILY;
        }
        int foreign = introductions.wordsOfForeign(index);
        if (foreign > 0) {
            return foreign;
        }
        return introductions.isBehindADeed(index) && families.begins(word) ? 1 : 0;
    }

    private int take(int start, int behind) {
        int end = endOfName(behind);
        found.add(new DataSpan(NAME, start, tokens.get(end - 1).to()));
        return end;
    }

    /** Behind a form of address in the dual and a first name, a second one, with "and" joined to it. */
    private boolean isSecondOfTwo(int address, int index) {
        String both = tokens.get(address).text();
        return (both.endsWith("ان") || both.endsWith("ين"))
                && index < tokens.size()
                && tokens.get(index).follows()
                && tokens.get(index).text().startsWith("و")
                && tokens.get(index).text().length() > ArabicFamilyClassifier.SHORTEST - 1
                && !names.hasReading(WordList.TITLES, tokens.get(index))
                && !names.hasReading(WordList.STOPWORDS, tokens.get(index));
    }

    private @Nullable PersonName nameOf(TextToken token, int index) {
        return names.nameAt(token, tokens, index);
    }

    /** The first letter of a given name, before that of the family. */
    private boolean isInitial(int index) {
        var token = tokens.get(index);
        return index > 0
                && token.text().length() == 1
                && (token.follows() || token.gap().equals(": "))
                && index + 1 < tokens.size()
                && tokens.get(index + 1).isArabic()
                && tokens.get(index + 1).text().length() > 1
                && tokens.get(index + 1).gap().startsWith(".")
                && tokens.get(index + 1).gap().length() <= 2
                && (isAfterAPerson(index)
                        || isAfterAPerson(index - 1)
                        || names.hasReading(WordList.HONORIFICS, tokens.get(index - 1))
                        || nameOf(tokens.get(index + 1), index + 1) != null
                        || families.isShaped(tokens.get(index + 1).text()));
    }

    private boolean isAfterAPerson(int index) {
        return index > 0
                && tokens.get(index).follows()
                && tokens.get(index - 1).isArabic()
                && names.hasReading(WordList.PERSONS, tokens.get(index - 1));
    }

    private boolean isNamed(int index, PersonName name) {
        if (isKing(index + name.words()) || isAdjective(index)) {
            return false;
        }
        return !name.ambiguous()
                || isAfterAPerson(index) && !isStateOfAPerson(index)
                || introductions.isIntroduced(index, name)
                || introductions.isSpeaker(index, name)
                || introductions.isDescribed(index, name)
                || index > 0 && LORDS.contains(tokens.get(index - 1).text())
                || families.isAt(index + name.words())
                || name.given() && strangers.isFamily(index + name.words())
                || isNameAt(index + name.words())
                || index > 0 && tokens.get(index).follows() && isNameAt(index - 1);
    }

    /** The driver is safe: no name, unless that of a family stands behind. */
    private boolean isStateOfAPerson(int index) {
        return names.has(WordList.STATES, tokens.get(index).text())
                && tokens.get(index - 1).isDefinite();
    }

    private boolean isNameAt(int index) {
        if (index >= tokens.size() || !tokens.get(index).isArabic()) {
            return false;
        }
        var name = nameOf(tokens.get(index), index);
        return name != null && !name.ambiguous() && names.placeRead(tokens, index) == 0;
    }

    /** With the article and the ending of one, behind a noun with the article: the club of Fez, rather than Mr of Fez. */
    private boolean isAdjective(int index) {
        String word = tokens.get(index).text();
        if (index == 0 || !tokens.get(index).follows() || !word.startsWith(ARTICLE) || !word.endsWith("ي")) {
            return false;
        }
        var before = tokens.get(index - 1);
        return !isAfterAPerson(index) && nameOf(before, index - 1) == null && before.isDefinite();
    }

    private boolean isKing(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && names.has(WordList.REGNAL, tokens.get(index).text());
    }

    private boolean isAfterAPlaceNoun(int index) {
        if (index == 0 || !tokens.get(index).follows()) {
            return false;
        }
        var before = tokens.get(index - 1);
        if (LORDS.contains(before.text()) && (isAfterAPerson(index - 1) || isLordOfAName(index))) {
            return false;
        }
        if (NAMESAKES.contains(before.text())) {
            return isAfterAPlaceNoun(index - 1);
        }
        return before.readings().stream()
                .map(TextToken::text)
                .anyMatch(word -> names.has(WordList.PLACES, word)
                        || word.startsWith(ARTICLE) && names.has(WordList.PLACES, word.substring(ARTICLE.length())));
    }

    /** Moulay Taher Sbai: no place, which would have a noun before it, and no prince, who has his title. */
    private boolean isLordOfAName(int index) {
        var name = nameOf(tokens.get(index), index);
        return LORDS_OF_PEOPLE.contains(tokens.get(index - 1).text())
                && name != null
                && name.given()
                && names.placeRead(tokens, index - 1) == 0
                && !isAfterAPlaceNoun(index - 1)
                && (index < 2 || !NAMESAKES.contains(tokens.get(index - 2).text()))
                && (families.isAt(index + name.words()) || isNameAt(index + name.words()));
    }

    /** The son of Sheikh somebody, of Sidi somebody. */
    private boolean isTitled(int index) {
        String word = tokens.get(index).text();
        return (LORDS.contains(word) || NAMESAKES.contains(word))
                && index + 1 < tokens.size()
                && tokens.get(index + 1).follows()
                && tokens.get(index + 1).isArabic();
    }

    /** Behind the words from there on that belong to a name, which has begun before. */
    private int endOfName(int index) {
        int end = index;
        while (end < tokens.size()
                && end - index < MOST_WORDS
                && tokens.get(end).follows()) {
            var name = nameOf(tokens.get(end), end);
            if (name != null && !names.hasReading(WordList.ADJECTIVES, tokens.get(end))) {
                end += name.words();
            } else if (ArabicFamilyClassifier.SONS.contains(tokens.get(end).text())
                    && end + 1 < tokens.size()
                    && tokens.get(end + 1).isArabic()) {
                end += isTitled(end + 1) ? 3 : 2;
            } else if (families.isAt(end) || strangers.isUnknown(end)) {
                end++;
            } else {
                return end;
            }
        }
        return end;
    }
}
