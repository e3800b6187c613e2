package ma.balagh.portal.answer;

import io.quarkus.qute.TemplateData;
import java.util.Set;
import ma.balagh.portal.shell.Input;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that a text is edited with, as it was filled in.
 *
 * @param tag of the text as it was read
 */
@TemplateData
public record TextForm(
        @RestForm @Nullable String tag,
        @RestForm @Nullable String ar,
        @RestForm @Nullable String fr,
        @RestForm @Nullable String en) {

    static final Set<String> FIELDS = Set.of("ar", "fr", "en");

    static TextForm of(TextVersion version, @Nullable String tag) {
        return new TextForm(
                tag, version.text().ar(), version.text().fr(), version.text().en());
    }

    /** The same, to be sent again over what somebody else made of the text meanwhile. */
    TextForm over(@Nullable String present) {
        return new TextForm(present, ar, fr, en);
    }

    TextService.Edit command() {
        return new TextService.Edit(Input.text(ar), Input.text(fr), Input.text(en));
    }
}
