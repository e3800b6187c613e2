package ma.balagh.dispatch.communique;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Texts to be looked through for personal data; nothing of them is kept.
 *
 * @param incidentIds whose records are looked through for what the texts must not say
 */
record CheckTexts(
        @NotNull @Valid Texts texts,

        @Size(max = 20) @Nullable List<@NotNull UUID> incidentIds) {

    /** By language; any of them may be absent. */
    record Texts(
            @Size(max = CommuniqueTexts.LONGEST) @Nullable String ar,
            @Size(max = CommuniqueTexts.LONGEST) @Nullable String fr,
            @Size(max = CommuniqueTexts.LONGEST) @Nullable String en) {}

    Map<String, String> byLanguage() {
        var byLanguage = new TreeMap<String, String>();
        put(byLanguage, "ar", texts.ar());
        put(byLanguage, "fr", texts.fr());
        put(byLanguage, "en", texts.en());
        return byLanguage;
    }

    private static void put(Map<String, String> texts, String language, @Nullable String text) {
        if (text != null) {
            texts.put(language, text);
        }
    }

    List<UUID> incidents() {
        return incidentIds == null ? List.of() : incidentIds;
    }
}
