package ma.balagh.dispatch.personaldata;

import java.util.Map;

/**
 * What a name keeps in another script: its consonants, with those that are written in several ways as one. Vowels, doubled
 * letters and what Latin letters do not tell apart are left out.
 */
final class ConsonantNormalizer {

    private static final Map<String, String> DIGRAPHS = Map.of(
            "kh", "x", "gh", "g", "ch", "s", "sh", "s", "th", "t", "dh", "d", "ou", "", "dj", "j", "ph", "f", "ck",
            "k");

    private static final String ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهوياة";
    private static final String LATIN = "btsjhxddrzsssdtd-gfkklmnh----";
    private static final String SAME = "cqkzs";
    private static final String AS = "kkkss";
    private static final String SILENT = "aeiouyw'-h";

    private ConsonantNormalizer() {}

    /** @param word folded */
    static String of(String word) {
        var skeleton = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            String digraph = i + 1 < word.length() ? DIGRAPHS.get(word.substring(i, i + 2)) : null;
            if (digraph != null) {
                append(skeleton, digraph);
                i++;
            } else {
                append(skeleton, plain(word.charAt(i)));
            }
        }
        return skeleton.toString();
    }

    private static String plain(char letter) {
        int arabic = ARABIC.indexOf(letter);
        char latin = arabic >= 0 ? LATIN.charAt(arabic) : letter;
        int same = SAME.indexOf(latin);
        latin = same >= 0 ? AS.charAt(same) : latin;
        return SILENT.indexOf(latin) >= 0 || !Character.isLetter(latin) ? "" : Character.toString(latin);
    }

    private static void append(StringBuilder skeleton, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            int last = skeleton.length() - 1;
            if (last < 0 || skeleton.charAt(last) != letters.charAt(i)) {
                skeleton.append(letters.charAt(i));
            }
        }
    }
}
