package ma.balagh.analysis.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A location as a recorder wrote it: WGS 84 degrees, which may be out of range.
 *
 * @param latitude north is positive
 * @param longitude east is positive
 */
public record RecordedLocation(double latitude, double longitude) {

    /**
     * ISO 6709, annex H: {@code +33.5731-007.5898+020.000/}; degrees, or degrees and minutes, or with seconds too. Some
     * phones leave leading zeros out.
     */
    private static final Pattern ISO_6709 =
            Pattern.compile("^([+-]\\d{1,7}(?:\\.\\d+)?)([+-]\\d{1,8}(?:\\.\\d+)?)(?:[+-].*|[/C].*)?$");

    static Optional<RecordedLocation> ofIso6709(String text) {
        Matcher matcher = ISO_6709.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new RecordedLocation(degrees(matcher.group(1), 2), degrees(matcher.group(2), 3)));
    }

    /** Whole digits beyond those of the degrees are minutes, then seconds. */
    private static double degrees(String text, int degreeDigits) {
        int point = text.indexOf('.');
        int whole = (point < 0 ? text.length() : point) - 1;
        double value = Math.abs(Double.parseDouble(text));
        double degrees = switch (whole - degreeDigits) {
            case 2 -> Math.floor(value / 100) + value % 100 / 60;
            case 4 -> Math.floor(value / 10_000) + Math.floor(value % 10_000 / 100) / 60 + value % 100 / 3600;
            default -> value;
        };
        return text.charAt(0) == '-' ? -degrees : degrees;
    }

    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** Latitude and longitude 0: what recorders write that did not know where they were. */
    public boolean isNullIsland() {
        return latitude == 0 && longitude == 0;
    }
}
