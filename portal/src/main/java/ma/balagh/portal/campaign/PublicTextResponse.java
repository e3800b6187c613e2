package ma.balagh.portal.campaign;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.PortalLanguage;

/** The same in each language. */
@TemplateData
public record PublicTextResponse(String ar, String fr, String en) {

    public String in(PortalLanguage language) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }

    public List<String> lines(PortalLanguage language) {
        return in(language).lines().toList();
    }
}
