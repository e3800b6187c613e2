package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crew in the field brought a medium, for the dossier whose incident it says it was sent to.
 *
 * @param dossierId the dossier, as the crew says
 * @param callSign the unit's, unique in its jurisdiction
 * @param jurisdictions of the crew's account, as its token says; absent from events of earlier releases
 */
public record FieldOrigin(
        UUID dossierId, String callSign, @Nullable List<String> jurisdictions) {

    public FieldOrigin {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(callSign, "callSign");
        jurisdictions = jurisdictions == null ? null : List.copyOf(jurisdictions);
    }
}
