package ma.balagh.dispatch.road;

import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a unit moves on roads: which it may use, and how fast. */
public enum RoadMode {
    CAR("car"),
    BICYCLE("bike"),
    FOOT("foot");

    /** GraphHopper's word for it. */
    private final String vehicle;

    RoadMode(String vehicle) {
        this.vehicle = vehicle;
    }

    String vehicle() {
        return vehicle;
    }

    /** The kind of unit that moves at the roads' own speeds; others are faster or slower, as their configured speeds are. */
    String referenceKind() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RoadMode ofVehicle(String vehicle) {
        return Arrays.stream(values())
                .filter(mode -> mode.vehicle.equals(vehicle))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mode moves as " + vehicle));
    }

    static List<Profile> profiles() {
        return Arrays.stream(values()).map(mode -> new Profile(mode.vehicle)).toList();
    }

    /** What GraphHopper keeps of each road. */
    static String encodedValues() {
        return Arrays.stream(values())
                .map(mode -> VehicleAccess.key(mode.vehicle) + "," + VehicleSpeed.key(mode.vehicle))
                .collect(Collectors.joining(","));
    }
}
