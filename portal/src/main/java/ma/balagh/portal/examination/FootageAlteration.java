package ma.balagh.portal.examination;

import java.util.Arrays;

/** How the other's footage was altered before it became this, besides turning its picture, and what the sound says. */
public enum FootageAlteration {
    TRIMMED,
    EMBEDDED,
    FASTER,
    SLOWER,
    REVERSED,
    RECUT,
    STILLS,
    CROPPED,
    FRAMED,
    INSET,
    INVERTED,
    TILTED,
    SAME_SOUND,
    SHIFTED_SOUND,
    OTHER_SOUND,
    NO_SOUND,
    OTHER;

    static FootageAlteration of(String id) {
        return Arrays.stream(values())
                .filter(alteration -> alteration.name().equals(id))
                .findFirst()
                .orElse(OTHER);
    }
}
