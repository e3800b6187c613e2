package ma.balagh.portal.dossier;

import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that an urgency is changed with, as it was filled in; no level goes back to what is reckoned. */
record UrgencyForm(
        @RestForm @Nullable String tag,
        @RestForm @Nullable String level,
        @RestForm @Nullable String reason) {

    /** What the portal sends to analysis. */
    record Change(@Nullable String level, @Nullable String reason) {}

    @Nullable
    String read() {
        return FormInputParser.text(tag);
    }

    boolean isBack() {
        return FormInputParser.text(level) == null;
    }

    Change command() {
        return new Change(FormInputParser.text(level), FormInputParser.text(reason));
    }
}
