package ma.balagh.portal.dossier;

import ma.balagh.portal.fact.FactsForm;
import ma.balagh.portal.shell.FormInputParser;
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

    /** Of a presumed offence alone it is told what happened. */
    VerdictCommands.Propose command(FactsForm facts) {
        boolean isOffence = VerdictCode.PRESUMED_OFFENCE.name().equals(FormInputParser.text(verdict));
        return new VerdictCommands.Propose(
                FormInputParser.text(verdict),
                FormInputParser.text(reasons),
                FormInputParser.wholeNumber(severity, "severity"),
                FormInputParser.text(place),
                FormInputParser.number(latitude, "latitude"),
                FormInputParser.number(longitude, "longitude"),
                FormInputParser.moment(occurredAt, "occurredAt"),
                FormInputParser.text(knownCase),
                isOffence ? facts.certainty() : null,
                isOffence ? facts.facts() : null,
                isOffence ? facts.still() : null);
    }
}
