package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.shell.PortalLanguage;

/** One text in each language: what a communiqué says, its headline, the name of a place. */
@TemplateData
public record CommuniqueTextsResponse(String ar, String fr, String en) {

    public String in(PortalLanguage language) {
        return in(language.code());
    }

    String in(String code) {
        return switch (code) {
            case "fr" -> fr;
            case "en" -> en;
            default -> ar;
        };
    }

    /** The first line. */
    public String headline(PortalLanguage language) {
        return in(language).strip().lines().findFirst().orElse("");
    }

    /** What follows the first line. */
    public String body(PortalLanguage language) {
        String text = in(language).strip();
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1).strip();
    }
}
