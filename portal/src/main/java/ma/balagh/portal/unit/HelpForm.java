package ma.balagh.portal.unit;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that help is asked for with, as it was filled in. */
@TemplateData
public record HelpForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String asking,
        @RestForm @Nullable String asked,
        @RestForm @Nullable String reason,
        @RestForm @Nullable String until) {

    static final Set<String> FIELDS = Set.of("asking", "asked", "reason", "until");

    static HelpForm empty(String key) {
        return new HelpForm(key, null, null, null, null);
    }

    HelpClient.Ask command() {
        return new HelpClient.Ask(
                code(asking), code(asked), FormInputParser.text(reason), FormInputParser.moment(until, "until"));
    }

    private static @Nullable String code(@Nullable String field) {
        String text = FormInputParser.text(field);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
