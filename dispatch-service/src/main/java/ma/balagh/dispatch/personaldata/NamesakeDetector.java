package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds names of people that stand for something else: streets, schools and other public places that are called after
 * them, kings, and the wishes for a feast.
 */
final class NamesakeDetector {

    private static final Set<String> TITLES = Set.of(
            "prince",
            "princesse",
            "princess",
            "roi",
            "king",
            "sultan",
            "emir",
            "imam",
            "cheikh",
            "sheikh",
            "docteur",
            "dr",
            "sidi",
            "moulay",
            "lalla",
            "الامير",
            "الاميره",
            "الملك",
            "السلطان",
            "الامام",
            "الشيخ",
            "الشهيد",
            "العلامه",
            "القاضي",
            "الدكتور",
            "جلاله",
            "سيدي",
            "مولاي",
            "لاله");
    private static final Set<String> KINGS =
            Set.of("mohammed", "mohamed", "muhammad", "hassan", "محمد", "الحسن", "حسن");
    private static final Set<String> FEASTS = Set.of("رمضان", "عيد", "العيد", "ramadan", "aid", "eid");
    private static final Set<String> WISHES = Set.of(
            "كريم", "مبارك", "سعيد", "السعيد", "المبارك", "karim", "kareem", "moubarak", "mubarak", "said", "saeed");

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final boolean[] namesake;
    private final boolean[] first;

    private NamesakeDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.namesake = new boolean[tokens.size()];
        this.first = new boolean[tokens.size()];
    }

    static NamesakeDetector of(NameIndex names, List<TextToken> tokens) {
        var detector = new NamesakeDetector(names, tokens);
        Stream.concat(
                        LatinNamesakeDetector.find(names, tokens).stream(),
                        ArabicNamesakeDetector.find(names, tokens).stream())
                .forEach(detector::mark);
        for (int i = 0; i < tokens.size(); i++) {
            if (detector.isKing(i) || detector.isWish(i)) {
                detector.mark(new WordSpan(i, i, i + 1));
            }
        }
        return detector;
    }

    private void mark(WordSpan span) {
        for (int i = span.from(); i < span.to(); i++) {
            namesake[i] = true;
            first[i] |= i <= span.begin();
        }
    }

    /** Whether the word is one of a name that stands for something else. */
    boolean has(int index) {
        return namesake[index];
    }

    /** Whether nothing but a title stands between the word and the noun for what is called so. */
    boolean begins(int index) {
        return first[index];
    }

    /** Behind the words of such a name. */
    int behind(int index) {
        int behind = index;
        while (behind < tokens.size() && namesake[behind]) {
            behind++;
        }
        return behind;
    }

    /** Of those after whom places are called. */
    static boolean isTitle(TextToken token) {
        return TITLES.contains(token.withoutElision())
                || token.isArabic() && token.readings().stream().anyMatch(reading -> TITLES.contains(reading.text()));
    }

    static boolean isRegnal(NameIndex names, List<TextToken> tokens, int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && names.has(WordList.REGNAL, tokens.get(index).text());
    }

    /** Mohammed V, but not Mohammed V., 34. */
    private boolean isKing(int index) {
        return tokens.get(index).readings().stream().anyMatch(reading -> KINGS.contains(reading.text()))
                && isRegnal(names, tokens, index + 1)
                && (index + 2 >= tokens.size() || !tokens.get(index + 2).gap().startsWith(".,"));
    }

    private boolean isWish(int index) {
        return index > 0
                && tokens.get(index).follows()
                && WISHES.contains(tokens.get(index).text())
                && (FEASTS.contains(tokens.get(index - 1).text()) || isWish(index - 1));
    }
}
