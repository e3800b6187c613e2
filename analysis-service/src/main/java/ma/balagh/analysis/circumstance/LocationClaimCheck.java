package ma.balagh.analysis.circumstance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordedLocation;
import ma.balagh.analysis.media.RecordingMetadata;

/** Compares the location in the metadata with the place that the report claims. */
public final class LocationClaimCheck {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]++");

    /** Metres within which a claim, which names a street or a square, is the same place. */
    private static final double SAME = 1_000;

    /** Metres beyond which it is another. */
    private static final double FAR = 10_000;

    private static final int LONGEST_NAME = 120;

    private LocationClaimCheck() {}

    public static List<Finding> of(ProbeResult probe, ClaimedCircumstances claimed) {
        RecordedLocation recorded = RecordingMetadata.of(probe).location();
        if (recorded == null) {
            return List.of(PlacesStatement.NO_METADATA.alone());
        }
        if (!recorded.isOnEarth()) {
            return List.of(PlacesStatement.NOT_ON_EARTH.with(Map.of("recorded", told(recorded))));
        }
        if (recorded.isNullIsland()) {
            return List.of(PlacesStatement.NULL_ISLAND.alone());
        }
        var known = PlaceholderLocationDetector.at(recorded, PlaceholderLocationDetector.Kind.DEFAULT);
        if (known.isPresent()) {
            return List.of(PlacesStatement.DEFAULT_PLACE.with(
                    Map.of("recorded", told(recorded), "place", known.get().name())));
        }
        return List.of(against(recorded, claimed));
    }

    private static Finding against(RecordedLocation recorded, ClaimedCircumstances claimed) {
        RecordedLocation claim = claimed.location();
        if (claim == null) {
            return claimed.place() == null || claimed.place().isBlank()
                    ? PlacesStatement.NO_CLAIM.with(Map.of("recorded", told(recorded)))
                    : PlacesStatement.ONLY_NAMED.with(
                            Map.of("recorded", told(recorded), "place", name(claimed.place())));
        }
        if (!claim.isOnEarth()
                || claim.isNullIsland()
                || PlaceholderLocationDetector.at(claim, PlaceholderLocationDetector.Kind.DEFAULT)
                        .isPresent()) {
            return PlacesStatement.CLAIM_UNUSABLE.with(Map.of("recorded", told(recorded), "claimed", told(claim)));
        }
        double distance = GreatCircleDistance.metres(recorded, claim);
        var town = PlaceholderLocationDetector.at(claim, PlaceholderLocationDetector.Kind.TOWN);
        if (town.isPresent() && distance > SAME && distance <= town.get().reach()) {
            return PlacesStatement.IN_TOWN.with(Map.of(
                    "distance",
                    metres(distance),
                    "recorded",
                    told(recorded),
                    "town",
                    town.get().name()));
        }
        double reach = town.map(PlaceholderLocationDetector::reach).orElse(0.0);
        return statement(distance, reach, recorded, claim)
                .with(Map.of("distance", metres(distance), "recorded", told(recorded), "claimed", told(claim)));
    }

    private static PlacesStatement statement(
            double distance, double reach, RecordedLocation recorded, RecordedLocation claim) {
        if (distance <= SAME) {
            return PlacesStatement.SAME;
        }
        if (distance <= reach + FAR) {
            return PlacesStatement.NEAR;
        }
        boolean mixedUp = Stream.of(
                        new RecordedLocation(claim.latitude(), -claim.longitude()),
                        new RecordedLocation(-claim.latitude(), claim.longitude()),
                        new RecordedLocation(-claim.latitude(), -claim.longitude()),
                        new RecordedLocation(claim.longitude(), claim.latitude()))
                .anyMatch(other -> other.isOnEarth() && GreatCircleDistance.metres(recorded, other) <= SAME);
        return mixedUp ? PlacesStatement.MIXED_UP : PlacesStatement.FAR;
    }

    private static String told(RecordedLocation location) {
        return String.format(Locale.ROOT, "%.5f, %.5f", location.latitude(), location.longitude());
    }

    private static String metres(double distance) {
        return Long.toString(Math.round(distance));
    }

    private static String name(String place) {
        String printable = UNPRINTABLE.matcher(place).replaceAll(" ").strip();
        return printable.substring(0, Math.min(LONGEST_NAME, printable.length()));
    }
}
