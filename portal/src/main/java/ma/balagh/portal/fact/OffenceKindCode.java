package ma.balagh.portal.fact;

import java.util.List;

/** What kind of offence it is. */
public enum OffenceKindCode {
    STREET_ROBBERY,
    SNATCHING,
    ARMED_ROBBERY,
    ASSAULT,
    THEFT,
    OTHER;

    public static List<OffenceKindCode> all() {
        return List.of(values());
    }
}
