package ma.balagh.intake.source.feed;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Converts the text of a feed to plain text. */
final class PlainTextConverter {

    static final int MAX_TITLE = 500;
    static final int MAX_TEXT = 20_000;

    // Markup is seldom more than text by far; what comes after so much is not looked at.
    private static final int MAX_MARKUP = 400_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

    private PlainTextConverter() {}

    /** The text of a piece of HTML, on one line, without scripts and styles. */
    static String ofMarkup(@Nullable String html, int max) {
        if (html == null) {
            return "";
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return tidied(html, max);
        }
        Document page = Jsoup.parseBodyFragment(
                BareAmpersandFilter.escaped(html.substring(0, Math.min(html.length(), MAX_MARKUP))));
        return tidied(page.body().text(), max);
    }

    /**
     * White space folded, control characters, U+FFFE and U+FFFF left out and half surrogate pairs replaced: PostgreSQL
     * takes neither NUL nor the latter, and XML neither of the two.
     *
     * @param max UTF-16 units; a pair is not torn apart
     */
    static String tidied(@Nullable String text, int max) {
        if (text == null) {
            return "";
        }
        var tidy = new StringBuilder(Math.min(text.length(), max));
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || point == 0xA0) {
                gap = !tidy.isEmpty();
            } else if (!Character.isISOControl(point) && point != 0xFFFE && point != 0xFFFF) {
                int shown = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
                if (tidy.length() + Character.charCount(shown) + (gap ? 1 : 0) > max) {
                    break;
                }
                tidy.append(gap ? " " : "").appendCodePoint(shown);
                gap = false;
            }
        }
        return tidy.toString();
    }

    /** @return the language as BCP 47 has it, or null where the word is none */
    static @Nullable String language(@Nullable String told) {
        if (told == null || told.length() > 60) {
            return null;
        }
        String tag = told.strip().replace('_', '-');
        return LANGUAGE.matcher(tag).matches() && !tag.toLowerCase(Locale.ROOT).equals("und") ? tag : null;
    }
}
