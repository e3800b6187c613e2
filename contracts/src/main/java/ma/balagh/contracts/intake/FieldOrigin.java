package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A crew in the field brought a medium, for the dossier whose incident it says it was sent to.
 *
 * @param dossierId the dossier, as the crew says
 * @param callSign the unit's
 */
public record FieldOrigin(UUID dossierId, String callSign) {

    public FieldOrigin {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(callSign, "callSign");
    }
}
