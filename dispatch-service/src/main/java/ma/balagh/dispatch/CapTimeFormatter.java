package ma.balagh.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the Common Alerting Protocol 1.2 has them: UTC is written as an offset (section 3.3.2), "Z" is not allowed. */
public final class CapTimeFormatter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CapTimeFormatter() {}

    /** To the second. */
    public static String format(Instant time) {
        return TIME.format(time);
    }
}
