package ma.balagh.portal.examination;

import java.util.Arrays;

/** What turns the other picture into this one. */
public enum TransformationCode {
    NONE,
    MIRRORED,
    FLIPPED,
    ROTATED_180,
    TRANSPOSED,
    ROTATED_90,
    ROTATED_270,
    TRANSVERSED,
    OTHER;

    static TransformationCode of(String id) {
        return Arrays.stream(values())
                .filter(transformation -> transformation.name().equals(id))
                .findFirst()
                .orElse(OTHER);
    }
}
