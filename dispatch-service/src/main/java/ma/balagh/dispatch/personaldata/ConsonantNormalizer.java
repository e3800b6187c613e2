package ma.balagh.dispatch.personaldata;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a name keeps in another script: its consonants, with those that are written in several ways as one. Vowels, doubled
 * letters and what Latin letters do not tell apart are left out.
 */
final class ConsonantNormalizer {

    private static final Map<String, String> DIGRAPHS = Map.of(
            "kh", "x", "gh", "k", "ch", "s", "sh", "s", "th", "t", "dh", "d", "ou", "", "dj", "j", "ph", "f", "ck",
            "k");

    private static final String OTHERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوياةⴱⵜⵊⵃⵅⴷⵔⵕⵣⵥⵙⵚⵛⴹⵟⵄⵖⴳⴼⵇⴽⵍⵎⵏⵀⵓⵡⵢⵉⴰⴻ";
    private static final String LATIN = "bttjhxddrzsssdtd-gfkklmnh----btjhxdrrzzsssdt-ggfkklmnh------";
    private static final String SAME = "cqkgzspv";
    private static final String AS = "kkkkssbf";
    private static final String SILENT = "aeiouyw'-h";

    private static final Pattern SOFT = Pattern.compile("c(?=[eiy])");
    private static final Pattern VOWELS = Pattern.compile("[اوي]");

    private ConsonantNormalizer() {}

    /** Between two words in Arabic, whose letters tell more than those of other scripts. */
    static String ofArabic(String word) {
        return VOWELS.matcher(word).replaceAll("");
    }

    /** @param name folded */
    static String of(String name) {
        String word = SOFT.matcher(name).replaceAll("s");
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
        int other = OTHERS.indexOf(letter);
        char latin = other >= 0 ? LATIN.charAt(other) : letter;
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
