package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what introduces names in French and English: forms of address, what somebody is, and what was done by or to them. */
final class LatinIntroductionDetector {

    /** Two words before what somebody is called. */
    private static final Map<String, Set<String>> CALLED = Map.of(
            "de", Set.of("nom", "prenom", "surnom", "pseudonyme"),
            "of", Set.of("name", "nickname"),
            "appeler", Set.of("faire", "fait", "faisait", "faisant"),
            "as", Set.of("known", "identified"),
            "comme", Set.of("connu", "connue", "identifie", "identifiee"));
    /** Before "one" and the name of somebody who is not known. */
    private static final Set<String> BEFORE_ONE = Set.of("by", "to", "of", "from", "with", "against");

    private static final Set<String> THAT = Set.of("that", "que", "qu");
    /** Forms of address that end with a full stop. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("m", "mm", "messrs", "mr", "mrs", "ms", "mme", "mlle", "mlles", "me", "dr", "prof", "sgt");
    /** Begin the name of a family behind a form of address, of a place elsewhere. */
    private static final Set<String> SAINTS = Set.of("saint", "sainte");
    /** Behind a form of address, before the capital of a family. */
    private static final Set<String> ARTICLES = Set.of("la", "las", "los", "le", "du", "dos");
    /** Between somebody and what was done: of one person alone, for several are seldom called by one word. */
    private static final Set<String> AUXILIARIES = Set.of(
            "a",
            "est",
            "ete",
            "avait",
            "etait",
            "aurait",
            "serait",
            "sera",
            "fut",
            "was",
            "is",
            "has",
            "had",
            "been",
            "being",
            "will",
            "be",
            "toujours",
            "still",
            "egalement",
            "also",
            "deja",
            "already",
            "ensuite",
            "then");
    /** Before those who did something, or against whom it was done. */
    private static final Set<String> AGENTS = Set.of("par", "by", "contre", "against", "chez");
    /** By a company. */
    private static final Set<String> MADE = Set.of(
            "made",
            "operated",
            "built",
            "manufactured",
            "produced",
            "developed",
            "published",
            "fabrique",
            "fabriquee",
            "exploite",
            "exploitee",
            "produit",
            "edite",
            "affretes");
    /** Need no other verb. */
    private static final Set<String> ACTIVE = Set.of(
            "said",
            "told",
            "denied",
            "denies",
            "admitted",
            "admits",
            "confessed",
            "confesses",
            "fled",
            "escaped",
            "pleaded",
            "pleads",
            "testified",
            "claimed",
            "nie",
            "avoue",
            "affirme",
            "raconte",
            "temoigne",
            "confie");
    /** Before a word that is no name then, although it has a capital. */
    static final Set<String> DETERMINERS = Set.of(
            "le", "la", "les", "un", "une", "des", "ce", "cet", "cette", "the", "a", "an", "this", "that", "each",
            "chaque");

    private static final int MOST_WORDS_OF_AN_INTRODUCTION = 5;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final int MOST_AUXILIARIES = 3;
    private static final int MOST_WORDS_BETWEEN_COMMAS = 6;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final Set<Integer> headlines;
    private final LatinWordClassifier words;

    LatinIntroductionDetector(
            NameIndex names, List<TextToken> tokens, Set<Integer> headlines, LatinWordClassifier words) {
        this.names = names;
        this.tokens = tokens;
        this.headlines = headlines;
        this.words = words;
    }

    /** The word with a capital of the name that the word introduces, particles left out; the word itself where it does not. */
    int nameBehind(int index) {
        int first = index + 1;
        if (ABBREVIATIONS.contains(tokens.get(index).text())) {
            while (first < tokens.size() && !tokens.get(first).capital() && isParticle(first)) {
                first++;
            }
        }
        boolean introduced = first < tokens.size()
                && (isAddress(index, first) || first == index + 1 && (isPerson(index) || isDeed(index)));
        return introduced ? first : index;
    }

    private boolean isParticle(int index) {
        String word = tokens.get(index).text();
        return tokens.get(index).isNear() && (LatinNameDetector.PARTICLES.contains(word) || ARTICLES.contains(word));
    }

    /** A form of address, before a capital. */
    private boolean isAddress(int index, int first) {
        var token = tokens.get(index);
        if (!names.has(WordList.HONORIFICS, token.text()) && !isCalled(index)) {
            return false;
        }
        var next = tokens.get(first);
        boolean abbreviation = token.text().length() <= 2 && !isCalled(index);
        return next.capital()
                && next.isNear()
                && (ABBREVIATIONS.contains(token.text()) || next.gap().indexOf('.') < 0)
                && (!abbreviation || token.capital())
                && !names.has(WordList.TITLES, next.text())
                && (words.mayBeAFamily(first) || SAINTS.contains(next.text()));
    }

    /** Known as, of the name of. */
    private boolean isCalled(int index) {
        String word = tokens.get(index).text();
        if (word.equals("one")) {
            return index > 0 && BEFORE_ONE.contains(tokens.get(index - 1).text());
        }
        var words = CALLED.getOrDefault(word, Set.of());
        int farthest = word.equals("as") ? MOST_WORDS_OF_AN_INTRODUCTION : 1;
        for (int i = index - 1;
                i >= 0 && i >= index - farthest && tokens.get(i + 1).follows();
                i--) {
            if (words.contains(tokens.get(i).text())) {
                return i == 0 || !names.has(WordList.THINGS, tokens.get(i - 1).text());
            }
        }
        return false;
    }

    /** The witness Samir; the witness, Samir, has. */
    private boolean isPerson(int index) {
        if (!names.has(WordList.PERSONS, tokens.get(index).withoutElision())) {
            return false;
        }
        var next = tokens.get(index + 1);
        int behind = behindCapitals(index + 1);
        boolean apposition = next.gap().equals(", ")
                && behind < tokens.size()
                && tokens.get(behind).gap().startsWith(",");
        return next.capital()
                && next.text().length() > 1
                && (next.follows() || apposition || next.isNear() && next.isQuoted())
                && !headlines.contains(index + 1)
                && words.mayBeAFamily(index + 1);
    }

    private int behindCapitals(int index) {
        int behind = index + 1;
        while (behind < tokens.size()
                && tokens.get(behind).capital()
                && tokens.get(behind).follows()) {
            behind++;
        }
        return behind;
    }

    /** Arrested Tisli; said Tisli. */
    private boolean isDeed(int index) {
        var next = tokens.get(index + 1);
        return names.has(WordList.DEEDS, tokens.get(index).text())
                && !tokens.get(index).capital()
                && next.capital()
                && next.follows()
                && next.text().length() > 2
                && next.text().indexOf('\'') < 0
                && !names.has(WordList.PERSONS, next.text())
                && words.mayBeAFamily(index + 1);
    }

    /** Tisli has been arrested; Tisli, 24, denied. */
    boolean isSubject(int index, int end) {
        var token = tokens.get(index);
        if (headlines.contains(index) && !token.capitals()
                || token.text().indexOf('\'') >= 0
                || names.has(WordList.PERSONS, token.text())
                || index > 0
                        && token.follows()
                        && DETERMINERS.contains(tokens.get(index - 1).text())
                        && !isToldOf(index)) {
            return false;
        }
        int next = behindAnApposition(end);
        int verb = next;
        while (verb < tokens.size()
                && verb - next < MOST_AUXILIARIES
                && AUXILIARIES.contains(tokens.get(verb).withoutElision())) {
            verb++;
        }
        if (verb >= tokens.size()
                || tokens.get(verb).beginsASentence()
                || verb > end && !tokens.get(verb).isNear()) {
            return false;
        }
        if (token.capitals() && !tokens.get(verb).capitals()) {
            return false;
        }
        String word = tokens.get(verb).text();
        boolean clause = token.gap().equals(", ") && next == end;
        return ACTIVE.contains(word) || verb > next && (clause || isToldOf(index) || names.has(WordList.DEEDS, word));
    }

    /** She said that Tisli had. */
    private boolean isToldOf(int index) {
        return index > 0 && THAT.contains(tokens.get(index - 1).text());
    }

    /** By Tisli, against Tisli. */
    boolean isAgent(int index) {
        var token = tokens.get(index);
        return index > 0
                && token.follows()
                && AGENTS.contains(tokens.get(index - 1).text())
                && (index == 1 || !MADE.contains(tokens.get(index - 2).text()))
                && !(token.capitals() && token.text().length() <= LONGEST_ABBREVIATION)
                && (index == 1 || !tokens.get(index - 2).capital())
                && token.text().length() > 2
                && token.text().indexOf('\'') < 0
                && !headlines.contains(index)
                && !names.has(WordList.PERSONS, token.text());
    }

    private int behindAnApposition(int index) {
        if (index >= tokens.size() || !tokens.get(index).gap().startsWith(",")) {
            return index;
        }
        for (int i = index + 1; i < tokens.size() && i < index + MOST_WORDS_BETWEEN_COMMAS; i++) {
            if (tokens.get(i).beginsASentence()) {
                return index;
            }
            if (tokens.get(i).gap().startsWith(",")) {
                return i;
            }
        }
        return index;
    }
}
