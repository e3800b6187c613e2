package ma.balagh.intake.place;

import java.util.List;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;

/**
 * One way to write a place's name.
 *
 * @param guarded whether it is a word of the language, too
 */
record PlaceSpelling(GazetteerEntry place, String written, boolean guarded) {

    private static final int SHORT_LATIN = 4;
    private static final int SHORT_ARABIC = 3;
    private static final String HAMZAS = "أإؤئ";
    private static final char GUARD = '!';

    /** @param told as the file has it */
    static PlaceSpelling of(GazetteerEntry place, String told) {
        boolean marked = told.indexOf(GUARD) >= 0;
        String written = marked ? told.substring(0, told.indexOf(GUARD)) : told;
        List<TextWord> words = FoldedText.of(written).words();
        // So short a name is a word of one language or the other, too.
        boolean isShort = words.size() == 1
                && words.getFirst().form().length() <= (words.getFirst().isArabic() ? SHORT_ARABIC : SHORT_LATIN);
        return new PlaceSpelling(place, written, marked || isShort);
    }

    List<String> forms() {
        return FoldedText.of(written).words().stream().map(TextWord::form).toList();
    }

    /** Hamza is often left out, but not put where none belongs: an axe ({@code فأس}) is not Fès ({@code فاس}). */
    boolean allows(String words) {
        return !hasHamza(words) || hasHamza(written);
    }

    private static boolean hasHamza(String words) {
        return words.chars().anyMatch(c -> HAMZAS.indexOf(c) >= 0);
    }
}
