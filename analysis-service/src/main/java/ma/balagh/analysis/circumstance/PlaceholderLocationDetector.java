package ma.balagh.analysis.circumstance;

import java.util.Arrays;
import java.util.Optional;
import ma.balagh.analysis.media.RecordedLocation;

/**
 * Detects coordinates that a program wrote and no device measured: towns of Morocco have the point that map services
 * give for their names.
 */
enum PlaceholderLocationDetector {
    /** Where Android's emulator stands by default (Android developers, "Extended controls": Location). */
    ANDROID_EMULATOR(Kind.DEFAULT, 37.4220, -122.0840, 0),
    /** Where Apple's simulator stands by default (Xcode, Simulator: Features, Location, Apple). */
    IOS_SIMULATOR(Kind.DEFAULT, 37.3323, -122.0312, 0),
    /** The middle of the United States, as databases of network addresses give it. */
    UNITED_STATES(Kind.DEFAULT, 37.7510, -97.8220, 0),
    UNITED_STATES_ROUNDED(Kind.DEFAULT, 38.0, -97.0, 0),
    /** The middle of Morocco, as map services and as the World Factbook give it. */
    MOROCCO(Kind.DEFAULT, 31.7917, -7.0926, 0),
    MOROCCO_ROUNDED(Kind.DEFAULT, 32.0, -5.0, 0),
    AGADIR(Kind.TOWN, 30.4278, -9.5981, 10_000),
    CASABLANCA(Kind.TOWN, 33.5731, -7.5898, 15_000),
    FES(Kind.TOWN, 34.0181, -5.0078, 10_000),
    KENITRA(Kind.TOWN, 34.2610, -6.5802, 8_000),
    MARRAKECH(Kind.TOWN, 31.6295, -7.9811, 12_000),
    MEKNES(Kind.TOWN, 33.8730, -5.5407, 8_000),
    OUJDA(Kind.TOWN, 34.6814, -1.9086, 8_000),
    RABAT(Kind.TOWN, 34.0209, -6.8416, 10_000),
    SALE(Kind.TOWN, 34.0531, -6.7985, 8_000),
    TANGIER(Kind.TOWN, 35.7595, -5.8340, 12_000),
    TETOUAN(Kind.TOWN, 35.5889, -5.3626, 8_000);

    enum Kind {
        DEFAULT,
        TOWN
    }

    /** Metres within which coordinates of four decimals are this point. */
    private static final double POINT = 30;

    private final Kind kind;
    private final RecordedLocation location;
    private final double reach;

    /** {@code reach} in metres, of a town from its middle. */
    PlaceholderLocationDetector(Kind kind, double latitude, double longitude, double reach) {
        this.kind = kind;
        this.location = new RecordedLocation(latitude, longitude);
        this.reach = reach;
    }

    static Optional<PlaceholderLocationDetector> at(RecordedLocation location, Kind kind) {
        return Arrays.stream(values())
                .filter(place -> place.kind == kind && GreatCircleDistance.metres(place.location, location) <= POINT)
                .findFirst();
    }

    /** Metres from the middle of a town to its edge, roughly. */
    double reach() {
        return reach;
    }
}
