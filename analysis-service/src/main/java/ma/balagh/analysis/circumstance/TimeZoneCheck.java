package ma.balagh.analysis.circumstance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordedLocation;
import org.jspecify.annotations.Nullable;

/** Compares the time zone of the recorder's clock with the claimed location. */
final class TimeZoneCheck {

    /** Apple's key for the time of recording, with the offset of its zone. */
    static final String KEY = "com.apple.quicktime.creationdate";

    private static final Pattern OFFSET = Pattern.compile(".*T.*([+-])(\\d\\d):?(\\d\\d)$");

    /** Hours by which the clocks of a country leave the sun: at most three in the west of China, and one in summer. */
    private static final double MOST = 4;

    private static final double DEGREES_AN_HOUR = 15;

    private TimeZoneCheck() {}

    static List<Finding> of(ProbeResult probe, @Nullable RecordedLocation recorded, ClaimedCircumstances claimed) {
        Matcher offset = OFFSET.matcher(probe.tag(KEY).orElse(""));
        RecordedLocation place = claimed.location() != null ? claimed.location() : recorded;
        if (!offset.matches() || place == null || !place.isOnEarth() || place.isNullIsland()) {
            return List.of();
        }
        double hours = Integer.parseInt(offset.group(2)) + Integer.parseInt(offset.group(3)) / 60.0;
        double east = offset.group(1).equals("-") ? -hours : hours;
        double apart = Math.abs(east - place.longitude() / DEGREES_AN_HOUR);
        return Math.min(apart, 24 - apart) <= MOST
                ? List.of()
                : List.of(TimesStatement.ZONE_AGAINST_PLACE.with(Map.of(
                        "offset",
                        offset.group(1) + offset.group(2) + ":" + offset.group(3),
                        "longitude",
                        String.format(Locale.ROOT, "%.2f", place.longitude()))));
    }
}
