package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a text.
 *
 * @param marked whether something was read from it
 */
@TemplateData
public record TextPassage(String text, boolean marked) {

    /** The whole text in its order, marked wherever one of these words stands as a word. */
    static List<TextPassage> of(String text, List<String> words) {
        String alternatives = words.stream()
                .filter(each -> !each.isBlank())
                .distinct()
                // The longer first, or else a part of it is marked in its place.
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        if (alternatives.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(new TextPassage(text, false));
        }
        var passages = new ArrayList<TextPassage>();
        var found = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{M}\\p{N}])")
                .matcher(text);
        int end = 0;
        while (found.find()) {
            add(passages, text.substring(end, found.start()), false);
            add(passages, found.group(), true);
            end = found.end();
        }
        add(passages, text.substring(end), false);
        return List.copyOf(passages);
    }

    private static void add(List<TextPassage> passages, String text, boolean marked) {
        if (!text.isEmpty()) {
            passages.add(new TextPassage(text, marked));
        }
    }
}
