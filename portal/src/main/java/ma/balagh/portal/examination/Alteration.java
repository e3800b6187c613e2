package ma.balagh.portal.examination;

import java.util.Arrays;

/** What was done to the other's footage before it became this, besides turning its picture. */
public enum Alteration {
    TRIMMED,
    EMBEDDED,
    FASTER,
    SLOWER,
    RECUT,
    CROPPED,
    FRAMED,
    INSET,
    TILTED,
    OTHER;

    static Alteration of(String id) {
        return Arrays.stream(values())
                .filter(alteration -> alteration.name().equals(id))
                .findFirst()
                .orElse(OTHER);
    }
}
