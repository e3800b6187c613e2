package ma.balagh.portal.fact;

import java.util.List;

/** Which vehicle the suspects use. */
public enum VehicleKindCode {
    BICYCLE,
    MOTORCYCLE,
    CAR,
    VAN,
    OTHER;

    public static List<VehicleKindCode> all() {
        return List.of(values());
    }
}
