package ma.balagh.portal.dossier;

import java.util.Arrays;
import java.util.Locale;

/** The laboratory's methods that are named and explained in the viewer's language; another one speaks for itself. */
public enum Method {
    MEDIA_CONTAINER,
    MEDIA_CODECS,
    MEDIA_DURATION,
    MEDIA_RECORDED_ON,
    MEDIA_POSITION,
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
