package ma.balagh.portal.fact;

import java.util.List;

/** How sure the place is. */
public enum PlaceCertaintyCode {
    CLAIMED,
    PROBABLE,
    CERTAIN;

    public static List<PlaceCertaintyCode> all() {
        return List.of(values());
    }
}
