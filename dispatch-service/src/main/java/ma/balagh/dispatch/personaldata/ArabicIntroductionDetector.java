package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;

/** Tells given names of Arabic that are also words from those words by what stands around them. */
final class ArabicIntroductionDetector {

    private static final int SHORTEST_WORD = 3;
    private static final int MOST_WORDS_BEFORE = 5;
    private static final String SHEIKH = "الشيخ";

    /** Somebody is called, or is called upon: the former has its subject before it. */
    private static final Set<String> CALLED = Set.of("يدعي", "تدعي");
    /** What people say, whose object is no bare word unless the rest of a phrase follows it. */
    private static final Set<String> SPEECH = Set.of(
            "قال", "قالت", "يقول", "تقول", "اكد", "اكدت", "صرح", "صرحت", "اعترف", "اعترفت", "انكر", "انكرت", "اضاف",
            "اضافت", "نفي", "نفت", "افاد", "افادت", "اوضح", "اوضحت", "حكي", "حكت", "روي", "روت", "تعرف", "تعرفت",
            "يتعرف", "تتعرف");
    /** Behind whom they were said by. */
    private static final Set<String> THAT = Set.of(
            "ان",
            "انه",
            "انها",
            "انهم",
            "بان",
            "بانه",
            "بانها",
            "بانهم",
            "للشرطه",
            "للمحققين",
            "علاقته",
            "علاقتها",
            "علي");

    /** Of several people, before those of them who are named. */
    private static final Set<String> AMONG = Set.of(
            "بينهم", "بينهما", "بينهن", "منهم", "منهما", "منهن", "ضمنهم", "ضمنهما", "ضمنهن", "راسهم", "مقدمتهم", "هم",
            "هما", "وهم", "وهما");

    private static final Set<String> CONCERNS = Set.of("يتعلق", "ويتعلق", "تعلق", "وتعلق");
    private static final String FROM = "من";
    private static final Set<String> EACH = Set.of("كل", "بكل", "لكل", "وكل");
    private static final String THE_MATTER = "الامر";
    private static final Set<String> WAS = Set.of("كان", "كانت", "قد");
    /** With the article: of a word without one it says something only where that is a name. */
    private static final Set<String> DESCRIPTIONS = Set.of(
            "البالغ",
            "البالغه",
            "المزداد",
            "المزداده",
            "المنحدر",
            "المنحدره",
            "القاطن",
            "القاطنه",
            "الملقب",
            "الملقبه",
            "المدعو",
            "المدعوه");
    /** Inside names of other countries, between that of the given name and that of the family. */
    private static final Set<String> PARTICLES = Set.of("دي", "ديل", "دوس", "ديلا", "فان", "فون");
    /** A second one, behind the first. */
    private static final Set<String> ARTICLES = Set.of("در", "دير", "دن", "لا", "لوس");

    private final NameIndex names;
    private final List<TextToken> tokens;

    ArabicIntroductionDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /**
     * A given name that is also a word, with another word behind it, and not far behind what is done by people or to them:
     * the police arrested Nabil Aksbi. Directly behind a noun with the article it is no adjective, for it has none;
     * nor is a particle joined to it, as in what only ends like a name, unless it is said whom something concerns.
     */
    boolean isIntroduced(int index, PersonName name) {
        int behind = index + name.words();
        if (!name.given()
                || index == 0
                || !tokens.get(index).follows()
                || tokens.get(index).isDefinite()
                || behind >= tokens.size()
                || !isBare(behind)) {
            return false;
        }
        if (names.nameAt(tokens, index) == null) {
            return isConcerned(index);
        }
        if (names.hasReading(WordList.DEEDS, tokens.get(index - 1)) || isOneOfThem(index)) {
            return true;
        }
        boolean definite = tokens.get(index - 1).isDefinite();
        for (int i = index - 1; definite && i >= 0 && i > index - MOST_WORDS_BEFORE; i--) {
            if (names.hasReading(WordList.DEEDS, tokens.get(i)) || names.hasReading(WordList.TITLES, tokens.get(i))) {
                return true;
            }
            if (!tokens.get(i).follows()) {
                return false;
            }
        }
        return false;
    }

    /** Two people, of whom one is; it concerns each of. */
    private boolean isOneOfThem(int index) {
        String before = tokens.get(index - 1).text();
        boolean each = before.equals(FROM)
                && index > 1
                && EACH.contains(tokens.get(index - 2).text());
        return (each || AMONG.contains(before)) && !tokens.get(index + 1).text().startsWith("و");
    }

    /** It concerns, before a name with the particle joined to it, and a family with the article as it is spoken. */
    private boolean isConcerned(int index) {
        return index > 1
                && tokens.get(index).text().startsWith("ب")
                && tokens.get(index - 1).text().equals(THE_MATTER)
                && CONCERNS.contains(tokens.get(index - 2).text())
                && tokens.get(index + 1).text().startsWith("ل");
    }

    /** A given name that is also a word, alone, beside what is said of people alone: Sheikh Omar; Karim, aged 31. */
    boolean isDescribed(int index, PersonName name) {
        int behind = index + name.words();
        if (!name.given() || tokens.get(index).isDefinite()) {
            return false;
        }
        if (index > 0
                && tokens.get(index).follows()
                && tokens.get(index - 1).text().equals(SHEIKH)) {
            return true;
        }
        return behind < tokens.size()
                && (tokens.get(behind).isNear()
                                && DESCRIPTIONS.contains(tokens.get(behind).text())
                        || tokens.get(behind).gap().startsWith(",")
                                && names.has(
                                        WordList.PERSONS,
                                        TextToken.ARTICLE + tokens.get(behind).text())
                        || isThatOne(index, behind));
    }

    /** Behind what is done by people or to them. */
    boolean isBehindADeed(int index) {
        return index > 0 && tokens.get(index).follows() && names.hasReading(WordList.DEEDS, tokens.get(index - 1));
    }

    /** A given name that is also a word, alone behind what people say: Karim said that. */
    boolean isSpeaker(int index, PersonName name) {
        int behind = index + name.words();
        return name.given()
                && index > 0
                && tokens.get(index).follows()
                && !tokens.get(index).isDefinite()
                && tokens.get(index - 1).readings().stream().anyMatch(reading -> SPEECH.contains(reading.text()))
                && (behind >= tokens.size()
                        || !tokens.get(behind).follows()
                        || THAT.contains(tokens.get(behind).text()));
    }

    /**
     * How many words a name has, the second of which is a particle of names of other countries: Pedro de Luna, Jan van der
     * Meer; 0 where there is none.
     */
    int wordsOfForeign(int index) {
        int family = index + 2;
        if (family + 1 < tokens.size() && ARTICLES.contains(tokens.get(family).text())) {
            family++;
        }
        return isForeign(index, family) ? family + 1 - index : 0;
    }

    private boolean isForeign(int index, int family) {
        return family < tokens.size()
                && PARTICLES.contains(tokens.get(index + 1).text())
                && tokens.get(index + 1).follows()
                && !names.has(WordList.PLACES, tokens.get(index).text())
                && !names.has(WordList.STOPWORDS, tokens.get(index).text())
                && !tokens.get(index).isDefinite()
                && (index == 0
                        || !tokens.get(index).follows()
                        || !names.hasReading(WordList.PLACES, tokens.get(index - 1)))
                && isBare(family);
    }

    /** Without an article, as families of Amazigh name are, and neither a place nor a word that is known. */
    private boolean isBare(int index) {
        var token = tokens.get(index);
        return token.follows()
                && token.isArabic()
                && token.text().length() >= SHORTEST_WORD
                && !names.has(WordList.STOPWORDS, token.text())
                && !names.has(WordList.STATES, token.text())
                && !token.isDefinite()
                && names.placeAt(tokens, index) == 0;
    }

    /** No name, although a word for being called stands before it: it is called upon people, or has no subject. */
    boolean isCalledUpon(int index, int first) {
        var token = tokens.get(index);
        return isCalled(token) && (token.beginsASentence() || isPlural(tokens.get(first)))
                || CALLED.contains(token.text()) && !token.follows();
    }

    private static boolean isCalled(TextToken token) {
        return token.readings().stream().anyMatch(reading -> CALLED.contains(reading.text()));
    }

    /** People upon whom it is called: those who drive, the inhabitants. */
    private static boolean isPlural(TextToken token) {
        return token.text().startsWith(TextToken.ARTICLE)
                && (token.text().endsWith("ون") || token.text().endsWith("ين"));
    }

    /** That Hajar was. */
    private boolean isThatOne(int index, int behind) {
        return index > 0
                && tokens.get(index).follows()
                && tokens.get(behind).follows()
                && THAT.contains(tokens.get(index - 1).text())
                && WAS.contains(tokens.get(behind).text());
    }
}
