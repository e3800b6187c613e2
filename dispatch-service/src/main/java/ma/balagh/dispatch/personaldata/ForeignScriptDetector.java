package ma.balagh.dispatch.personaldata;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds words in a script that the text is not written in, as Tifinagh, or Arabic among Latin letters: so stand names as
 * papers have them. Latin letters in an Arabic text are left to the detector of such names, for brands are written in them.
 */
final class ForeignScriptDetector {

    private ForeignScriptDetector() {}

    static List<DataSpan> find(NameIndex names, SearchableText text) {
        var tokens = text.tokens();
        boolean arabic = 2 * tokens.stream().filter(TextToken::isArabic).count() >= tokens.size();
        var found = new ArrayList<DataSpan>();
        for (int i = 0; i < tokens.size(); ) {
            int end = i;
            while (end < tokens.size()
                    && isForeign(tokens.get(end), arabic)
                    && (end == i || tokens.get(end).follows())) {
                end++;
            }
            if (end > i && names.placeAt(tokens, i) < end - i) {
                found.add(new DataSpan(
                        PersonalDataKind.NAME,
                        tokens.get(i).from(),
                        tokens.get(end - 1).to()));
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }

    private static boolean isForeign(TextToken token, boolean arabic) {
        var script = UnicodeScript.of(token.text().codePointAt(0));
        return token.text().length() > 1
                && script != UnicodeScript.LATIN
                && (script != UnicodeScript.ARABIC || !arabic);
    }
}
