package ma.balagh.portal.fact;

import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The fields of a proposal that say what happened, as they were filled in. */
public record FactsForm(
        @RestForm @Nullable String offence,
        @RestForm @Nullable String summary,
        @RestForm @Nullable String suspects,
        @RestForm @Nullable String victims,
        @RestForm @Nullable String vehicleKind,
        @RestForm @Nullable String vehicleColour,
        @RestForm @Nullable String weapon,
        @RestForm @Nullable String direction,
        @RestForm @Nullable String danger,
        @RestForm @Nullable String placeCertainty,
        @RestForm @Nullable String stillEvidence,
        @RestForm @Nullable String stillAt) {

    private static final FactCommands.Facts NOTHING =
            new FactCommands.Facts(null, null, null, null, null, null, null, null);

    /** Nothing where nothing was filled in. */
    public FactCommands.@Nullable Facts facts() {
        String kind = FormInputParser.text(vehicleKind);
        String colour = FormInputParser.text(vehicleColour);
        String continues = FormInputParser.text(danger);
        var said = new FactCommands.Facts(
                FormInputParser.text(offence),
                FormInputParser.text(summary),
                FormInputParser.wholeNumber(suspects, "suspects"),
                FormInputParser.wholeNumber(victims, "victims"),
                kind == null && colour == null ? null : new FactCommands.Vehicle(kind, colour),
                FormInputParser.text(weapon),
                FormInputParser.text(direction),
                continues == null ? null : Boolean.valueOf(continues));
        return said.equals(NOTHING) ? null : said;
    }

    /** Nothing where no medium is chosen. */
    public FactCommands.@Nullable Still still() {
        String evidence = FormInputParser.text(stillEvidence);
        return evidence == null ? null : new FactCommands.Still(evidence, FormInputParser.number(stillAt, "stillAt"));
    }

    /** What the form calls a field of the proposal. */
    public static String nameOf(String field) {
        return switch (field) {
            case "facts.summary" -> "factSummary";
            case "facts.vehicle.kind" -> "vehicleKind";
            case "facts.vehicle.colour" -> "vehicleColour";
            case "still.evidenceId" -> "stillEvidence";
            case "still.at" -> "stillAt";
            default -> field;
        };
    }

    public @Nullable String certainty() {
        return FormInputParser.text(placeCertainty);
    }
}
