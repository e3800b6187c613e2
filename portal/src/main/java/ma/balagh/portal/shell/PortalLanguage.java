package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the portal, the first one being the one for those who never chose. */
@TemplateData
public enum PortalLanguage {
    AR("ar", "ar-MA-u-nu-latn", "rtl", "العربية", "ع"),
    FR("fr", "fr-MA", "ltr", "Français", "FR"),
    EN("en", "en-GB", "ltr", "English", "EN");

    private final String code;
    private final Locale locale;
    private final Locale formats;
    private final String direction;
    private final String ownName;
    private final String shortName;

    PortalLanguage(String code, String formats, String direction, String ownName, String shortName) {
        this.code = code;
        this.locale = Locale.forLanguageTag(code);
        this.formats = Locale.forLanguageTag(formats);
        this.direction = direction;
        this.ownName = ownName;
        this.shortName = shortName;
    }

    /** The language with this code, if it is one of ours. */
    public static Optional<PortalLanguage> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    public static List<PortalLanguage> all() {
        return List.of(values());
    }

    public String code() {
        return code;
    }

    /** The locale of the message bundles. */
    public Locale locale() {
        return locale;
    }

    /** The locale of dates and numbers: Morocco's names of months, western digits. */
    public Locale formats() {
        return formats;
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return direction;
    }

    public String ownName() {
        return ownName;
    }

    /** The language's name where there is little room. */
    public String shortName() {
        return shortName;
    }
}
