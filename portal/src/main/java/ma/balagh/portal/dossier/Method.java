package ma.balagh.portal.dossier;

import java.util.Arrays;
import java.util.Locale;

/** The laboratory's methods that are named and explained in the viewer's language; another one speaks for itself. */
public enum Method {
    EVIDENCE_DIGEST,
    MEDIA_CONTAINER,
    MEDIA_DECODING,
    MEDIA_DURATION,
    METADATA_RECORDED_ON,
    METADATA_LOCATION,
    FOOTAGE_COMPARISON,
    EXAMINATION_COMPLETION,
    OTHER;

    /** @param id stable id such as {@code media.container} */
    static Method of(String id) {
        String name = id.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
