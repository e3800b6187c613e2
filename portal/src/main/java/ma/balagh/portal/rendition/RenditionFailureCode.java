package ma.balagh.portal.rendition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a rendition could not be made. */
public enum RenditionFailureCode {
    NO_MEDIUM,
    TOO_SLOW_TO_DESCRIBE,
    TOO_LONG_A_DESCRIPTION,
    TOO_MANY_PIXELS,
    NOTHING_TO_SEE_OR_HEAR,
    NO_FRAME,
    NO_SOUND,
    TOO_SLOW_TO_DECODE,
    NOTHING_LEFT,
    TOO_LARGE,
    TOO_SLOW,
    ABANDONED,
    NOT_ENCODED,
    DIFFERENT_PICTURES,
    CHANGED_ORIGINAL,
    ERASED,
    OTHER;

    public static RenditionFailureCode of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.name().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
