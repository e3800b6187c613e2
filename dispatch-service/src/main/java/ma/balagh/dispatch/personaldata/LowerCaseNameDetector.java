package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds names in Latin letters that have no capital: a given name that is no other word, and beside it a family, which is
 * known by what it begins with or by being no word either. Hashtags and addresses of sites are left out.
 */
final class LowerCaseNameDetector {

    /** The son or the daughter of, and the article: a family's name begins with them. */
    private static final Set<String> PARTICLES = Set.of(
            "el", "al", "ben", "bel", "ibn", "bent", "bint", "mint", "ould", "ouled", "weld", "ait", "abou", "bou",
            "abd");

    private static final Set<WordList> NO_FAMILY = EnumSet.complementOf(EnumSet.of(WordList.ACCOUNTS));
    private static final int SHORTEST = 4;
    private static final int SHORTEST_BEHIND_A_PARTICLE = 3;
    /** Joins a word to what is no name. */
    private static final String JOINTS = "#@/._-&=?~";

    private final NameIndex names;
    private final Predicate<String> lexicon;
    private final List<TextToken> tokens;
    private final LatinPlaceDetector places;

    private LowerCaseNameDetector(NameIndex names, Predicate<String> lexicon, List<TextToken> tokens) {
        this.names = names;
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.places = LatinPlaceDetector.of(names, tokens);
    }

    /** @param lexicon whether a word, as it is written, is one of French or English and no name */
    static List<DataSpan> find(NameIndex names, Predicate<String> lexicon, SearchableText text) {
        var tokens = text.tokens();
        var detector = new LowerCaseNameDetector(names, lexicon, tokens);
        var found = new ArrayList<DataSpan>();
        for (int i = 0; i < tokens.size(); i++) {
            if (detector.isGiven(i)) {
                int from = detector.beginOfFamily(i);
                int end = detector.endOfFamily(i + 1);
                if (end - from > 1 && detector.isApart(from, end)) {
                    found.add(new DataSpan(
                            NAME, tokens.get(from).from(), tokens.get(end - 1).to()));
                }
            }
        }
        return found;
    }

    private boolean isSmall(int index) {
        return !tokens.get(index).isArabic() && !tokens.get(index).capital();
    }

    private boolean isGiven(int index) {
        var token = tokens.get(index);
        if (!isSmall(index)
                || token.text().length() < SHORTEST
                || token.beginsALine()
                || lexicon.test(token.written())) {
            return false;
        }
        var name = names.nameAt(tokens, index);
        return name != null
                && name.given()
                && !name.ambiguous()
                && name.words() == 1
                && !places.isAfterANoun(index)
                && !places.isKing(index + 1);
    }

    /** The first word of a family before the given name; the given name where there is none. */
    private int beginOfFamily(int given) {
        if (given == 0 || !isJoined(given)) {
            return given;
        }
        if (given > 1
                && isJoined(given - 1)
                && PARTICLES.contains(tokens.get(given - 2).text())) {
            return isBehindAParticle(given - 1) ? given - 2 : given;
        }
        return isFamily(given - 1) ? given - 1 : given;
    }

    /** Behind the words of a family from there on. */
    private int endOfFamily(int index) {
        int family = index;
        while (family < tokens.size()
                && isJoined(family)
                && PARTICLES.contains(tokens.get(family).text())) {
            family++;
        }
        boolean last = family < tokens.size() && isJoined(family);
        if (family > index) {
            return last && isBehindAParticle(family) ? family + 1 : index;
        }
        return last && isFamily(family) ? family + 1 : index;
    }

    private boolean isJoined(int index) {
        String gap = tokens.get(index).gap();
        return gap.equals(" ") || gap.equals("-");
    }

    private boolean isBehindAParticle(int index) {
        var token = tokens.get(index);
        return isSmall(index)
                && token.text().length() >= SHORTEST_BEHIND_A_PARTICLE
                && !names.has(WordList.REGNAL, token.text());
    }

    private boolean isFamily(int index) {
        var token = tokens.get(index);
        return isSmall(index)
                && token.text().length() >= SHORTEST
                && token.text().indexOf('\'') < 0
                && NO_FAMILY.stream().noneMatch(list -> names.has(list, token.text()))
                && names.placeAt(tokens, index) == 0
                && !lexicon.test(token.written());
    }

    /** Neither part of a hashtag or an address nor what a place is called. */
    private boolean isApart(int from, int end) {
        String before = tokens.get(from).gap();
        String behind = end < tokens.size() ? tokens.get(end).gap() : " ";
        boolean joined = !before.isEmpty() && JOINTS.indexOf(before.charAt(before.length() - 1)) >= 0
                || behind.length() == 1 && JOINTS.contains(behind)
                || behind.startsWith("@");
        return !joined && !places.isAfterANoun(from) && !places.isNoun(end);
    }
}
