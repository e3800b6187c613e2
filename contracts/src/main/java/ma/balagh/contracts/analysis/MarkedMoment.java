package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The moment of a medium that shows best what happened.
 *
 * @param evidenceId the medium
 * @param at seconds from its beginning
 */
public record MarkedMoment(UUID evidenceId, double at) {

    public MarkedMoment {
        requireNonNull(evidenceId, "evidenceId");
    }
}
