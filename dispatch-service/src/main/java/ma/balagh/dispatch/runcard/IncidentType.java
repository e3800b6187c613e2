package ma.balagh.dispatch.runcard;

import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import org.jspecify.annotations.Nullable;

/** What an incident is about; with the alarm level it says which run card holds. */
public enum IncidentType {
    STREET_ROBBERY,
    /** Something is torn from a person in passing, often from a motorcycle. */
    SNATCHING,
    ARMED_ROBBERY,
    ASSAULT,
    THEFT,
    OTHER;

    /** As the two people who reached the verdict say; a street robbery where they do not. */
    public static IncidentType of(@Nullable OffenceFacts facts) {
        OffenceKind offence = facts == null ? null : facts.offence();
        return switch (offence) {
            case null -> STREET_ROBBERY;
            case STREET_ROBBERY -> STREET_ROBBERY;
            case SNATCHING -> SNATCHING;
            case ARMED_ROBBERY -> ARMED_ROBBERY;
            case ASSAULT -> ASSAULT;
            case THEFT -> THEFT;
            case OTHER -> OTHER;
        };
    }
}
