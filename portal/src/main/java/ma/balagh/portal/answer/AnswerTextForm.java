package ma.balagh.portal.answer;

import io.quarkus.qute.TemplateData;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that a text is edited with, as it was filled in.
 *
 * @param tag of the text as it was read
 */
@TemplateData
public record AnswerTextForm(
        @RestForm @Nullable String tag,
        @RestForm @Nullable String ar,
        @RestForm @Nullable String fr,
        @RestForm @Nullable String en) {

    static final Set<String> FIELDS = Set.of("ar", "fr", "en");

    static AnswerTextForm of(TextVersionResponse version, @Nullable String tag) {
        return new AnswerTextForm(
                tag, version.text().ar(), version.text().fr(), version.text().en());
    }

    /** The same, to be sent again over what somebody else made of the text meanwhile. */
    AnswerTextForm over(@Nullable String present) {
        return new AnswerTextForm(present, ar, fr, en);
    }

    AnswerTextClient.Edit command() {
        return new AnswerTextClient.Edit(FormInputParser.text(ar), FormInputParser.text(fr), FormInputParser.text(en));
    }
}
