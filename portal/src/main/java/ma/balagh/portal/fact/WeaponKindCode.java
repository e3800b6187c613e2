package ma.balagh.portal.fact;

import java.util.List;

/** Which weapon is to be seen. */
public enum WeaponKindCode {
    NONE,
    KNIFE,
    FIREARM,
    OTHER,
    UNKNOWN;

    public static List<WeaponKindCode> all() {
        return List.of(values());
    }
}
