package ma.balagh.portal.dossier;

import ma.balagh.portal.shell.Input;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that a verdict is proposed with, as it was filled in. */
record ProposalForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String verdict,
        @RestForm @Nullable String reasons,
        @RestForm @Nullable String severity,
        @RestForm @Nullable String place,
        @RestForm @Nullable String latitude,
        @RestForm @Nullable String longitude,
        @RestForm @Nullable String occurredAt,
        @RestForm @Nullable String knownCase) {

    VerdictCommands.Propose command() {
        return new VerdictCommands.Propose(
                Input.text(verdict),
                Input.text(reasons),
                Input.wholeNumber(severity, "severity"),
                Input.text(place),
                Input.number(latitude, "latitude"),
                Input.number(longitude, "longitude"),
                Input.moment(occurredAt, "occurredAt"),
                Input.text(knownCase));
    }
}
