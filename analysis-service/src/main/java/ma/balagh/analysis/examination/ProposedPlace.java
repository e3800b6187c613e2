package ma.balagh.analysis.examination;

import org.jspecify.annotations.Nullable;

/**
 * Where what another medium shows took place, proposed as the place of a medium that was filmed there, too. A person
 * decides.
 *
 * @param place in words
 * @param latitude degrees north, WGS 84; together with the longitude or not at all
 * @param basis how certain it is
 */
public record ProposedPlace(
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Basis basis) {

    /** Who said so of the other medium's case. */
    public enum Basis {
        /** The verdict of two people. */
        JUDGED,
        /** A report, and nobody beside it. */
        CLAIMED
    }
}
