package ma.balagh.dispatch.communique;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import ma.balagh.http.Explanation;

/** What a communiqué says in each language; the first line is its headline. */
@Embeddable
record CommuniqueTexts(
        @NotNull @Size(max = LONGEST) @Explanation(min = SHORTEST) @Column(name = "text_ar")
        String ar,

        @NotNull @Size(max = LONGEST) @Explanation(min = SHORTEST) @Column(name = "text_fr")
        String fr,

        @NotNull @Size(max = LONGEST) @Explanation(min = SHORTEST) @Column(name = "text_en")
        String en) {

    static final int LONGEST = 8000;
    static final int SHORTEST = 20;

    private static final int LONGEST_HEADLINE = 160;

    Map<String, String> byLanguage() {
        return Map.of("ar", ar, "fr", fr, "en", en);
    }

    String in(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> fr;
            case "en" -> en;
            default -> ar;
        };
    }

    static String headline(String text) {
        String line = firstLine(text);
        return line.length() <= LONGEST_HEADLINE ? line : line.substring(0, LONGEST_HEADLINE) + "…";
    }

    /** What follows the headline; all of it where there is nothing else, or the headline was cut. */
    static String body(String text) {
        String stripped = text.strip();
        int end = firstLine(text).length();
        String rest = stripped.substring(end).strip();
        return rest.isEmpty() || end > LONGEST_HEADLINE ? stripped : rest;
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
