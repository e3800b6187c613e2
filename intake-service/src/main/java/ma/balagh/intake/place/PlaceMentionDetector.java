package ma.balagh.intake.place;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.balagh.intake.place.PlaceNameIndex.Node;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;
import org.jspecify.annotations.Nullable;

/**
 * Finds place names in a text: the longest at each word, whole words only, with the prefixes that Arabic attaches to
 * the first.
 */
final class PlaceMentionDetector {

    private static final Set<String> PREPOSITIONS = Set.of(
            "في", "من", "الي", "نحو", "قرب", "ضواحي", "بضواحي", "وسط", "قلب", "ف", "ب", "ديال", "بين", "a", "au", "aux",
            "de", "du", "vers", "en", "dans", "depuis", "pres", "in", "at", "from", "near", "f", "fi", "men", "mn",
            "dyal", "l", "b", "hda");
    private static final Set<String> PLACE_WORDS = Set.of(
            "مدينه",
            "بمدينه",
            "لمدينه",
            "ومدينه",
            "حي",
            "بحي",
            "الحي",
            "درب",
            "بدرب",
            "عماله",
            "بعماله",
            "ولايه",
            "بولايه",
            "اقليم",
            "باقليم",
            "مقاطعه",
            "بمقاطعه",
            "منطقه",
            "بمنطقه",
            "حومه",
            "دوار",
            "بدوار",
            "جماعه",
            "ساحه",
            "بساحه",
            "ville",
            "quartier",
            "quartiers",
            "hay",
            "derb",
            "prefecture",
            "province",
            "wilaya",
            "mdina",
            "city",
            "district",
            "neighbourhood",
            "neighborhood",
            "commune",
            "arrondissement",
            "douar",
            "town",
            "medina",
            "gare",
            "centre",
            "7ouma",
            "houma");
    private static final Set<String> STREETS = Set.of(
            "شارع",
            "بشارع",
            "زنقه",
            "بزنقه",
            "طريق",
            "بطريق",
            "avenue",
            "av",
            "boulevard",
            "bd",
            "rue",
            "route",
            "street",
            "road",
            "autoroute");

    private static final String AND = "و";
    private static final List<String> JOINED_PREPOSITIONS = List.of("ب", "ف", "ل", "وب", "وف", "فب", "ول");
    private static final String ARTICLE = "ال";
    private static final String TO_THE = "لل";
    private static final int SHORTEST = 3;

    /** A way in which a name may begin with a word. */
    private record Start(Node node, boolean preposition) {}

    private final FoldedText folded;
    private final List<TextWord> words;
    private final Node root;
    private final List<PlaceMention> mentions = new ArrayList<>();

    PlaceMentionDetector(PlaceNameIndex names, String text) {
        this.folded = FoldedText.of(text);
        this.words = folded.words();
        this.root = names.root();
    }

    List<PlaceMention> all() {
        int i = 0;
        while (i < words.size()) {
            i = at(i);
        }
        return mentions;
    }

    /** @return where to go on */
    private int at(int first) {
        @Nullable PlaceMention longest = null;
        int last = -1;
        for (Start start : starts(words.get(first))) {
            @Nullable Node node = start.node();
            for (int k = first; node != null; k++) {
                if (k > last) {
                    PlaceMention mention = mention(node, first, k, start.preposition());
                    if (mention != null) {
                        longest = mention;
                        last = k;
                    }
                }
                boolean goesOn = k + 1 < words.size()
                        && words.get(k + 1).clause() == words.get(first).clause();
                node = goesOn ? node.next().get(words.get(k + 1).form()) : null;
            }
        }
        if (longest == null) {
            return first + 1;
        }
        mentions.add(longest);
        return last + 1;
    }

    private List<Start> starts(TextWord word) {
        String form = word.form();
        List<Start> starts = new ArrayList<>(2);
        add(starts, form, 0, false);
        if (word.isArabic()) {
            if (form.startsWith(TO_THE) && form.length() >= TO_THE.length() + SHORTEST) {
                add(starts, ARTICLE + form.substring(TO_THE.length()), 0, true);
            }
            if (form.startsWith(ARTICLE)) {
                add(starts, form, ARTICLE.length(), false);
            }
            for (String joined : JOINED_PREPOSITIONS) {
                if (form.startsWith(joined)) {
                    add(starts, form, joined.length(), true);
                }
            }
            if (form.startsWith(AND)) {
                add(starts, form, AND.length(), false);
            }
        }
        return starts;
    }

    private void add(List<Start> starts, String form, int without, boolean preposition) {
        if (without == 0 || form.length() >= without + SHORTEST) {
            Node node = root.next().get(form.substring(without));
            if (node != null) {
                starts.add(new Start(node, preposition));
            }
        }
    }

    private @Nullable PlaceMention mention(Node node, int first, int last, boolean preposition) {
        if (node.spellings().isEmpty()) {
            return null;
        }
        int from = words.get(first).from();
        int to = words.get(last).to();
        String written = folded.written(from, to);
        Set<PlaceReason> signs = signs(first, preposition);
        List<PlaceSpelling> meant = node.spellings().stream()
                .filter(spelling -> spelling.allows(written))
                .filter(spelling -> !spelling.guarded() || isMeant(spelling, words.get(first), written, signs))
                .toList();
        return meant.isEmpty()
                ? null
                : new PlaceMention(meant, written, folded.origin(from), folded.origin(from) + written.length(), signs);
    }

    /** Whether a word of the language is this place here. */
    private static boolean isMeant(PlaceSpelling spelling, TextWord word, String written, Set<PlaceReason> signs) {
        if (word.isArabic()) {
            return !signs.isEmpty();
        }
        boolean accented = written.equals(spelling.written()) && written.chars().anyMatch(c -> c > 0x7F);
        boolean capital = Character.isUpperCase(written.codePointAt(0));
        return signs.contains(PlaceReason.HASHTAG) || capital && (accented || !signs.isEmpty());
    }

    private Set<PlaceReason> signs(int first, boolean preposition) {
        Set<PlaceReason> signs = EnumSet.noneOf(PlaceReason.class);
        int from = words.get(first).from();
        char before = from == 0 ? ' ' : folded.text().charAt(from - 1);
        if (before == '#' || before == '_') {
            signs.add(PlaceReason.HASHTAG);
        }
        // D'Agadir, l'Océan
        if (preposition || before == '\'' || stands(PREPOSITIONS, first, 1)) {
            signs.add(PlaceReason.PREPOSITION_BEFORE);
        }
        if (stands(PLACE_WORDS, first, 1) || stands(PLACE_WORDS, first, 2)) {
            signs.add(PlaceReason.PLACE_WORD_BEFORE);
        }
        if (stands(STREETS, first, 1) || stands(STREETS, first, 2)) {
            signs.add(PlaceReason.STREET_NAME);
        }
        return signs;
    }

    private boolean stands(Set<String> known, int index, int back) {
        return index >= back
                && words.get(index - back).clause() == words.get(index).clause()
                && known.contains(words.get(index - back).form());
    }
}
