package ma.balagh.analysis.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When, where and with what a medium says it was recorded. Anybody can write these tags.
 *
 * @param at when; null where it does not say
 * @param clock what its clock showed, where it does not say in which zone; else null
 * @param location where; null where it does not say
 * @param device maker and model; null where it does not say
 * @param software what wrote the file; null where it does not say
 */
public record Recording(
        @Nullable Instant at,
        @Nullable LocalDateTime clock,
        @Nullable Location location,
        @Nullable String device,
        @Nullable String software) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Apple writes {@code 2015-12-22T15:41:23-0500}, others {@code 2015-12-22T20:41:23.000000Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final int LONGEST = 120;

    public static Recording of(Probe probe) {
        var time = first(probe, "com.apple.quicktime.creationdate", "creation_time", "date")
                .flatMap(Recording::time)
                .orElse(null);
        return new Recording(
                time instanceof OffsetDateTime known ? known.toInstant() : null,
                time instanceof LocalDateTime local ? local : null,
                first(probe, "com.apple.quicktime.location.iso6709", "location", "location-eng")
                        .flatMap(Location::ofIso6709)
                        .orElse(null),
                device(probe),
                first(probe, "com.apple.quicktime.software", "software", "com.android.version", "encoder")
                        .orElse(null));
    }

    /** Whether nothing is said at all about where it comes from; a mere encoder says nothing. */
    public boolean isSilent() {
        return approximately() == null && device == null;
    }

    /** When, wrong by less than a day where its zone is unknown; null where it does not say. */
    public @Nullable Instant approximately() {
        return clock == null ? at : clock.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable String device(Probe probe) {
        String device = Stream.of(
                        first(probe, "com.apple.quicktime.make", "make", "com.android.manufacturer"),
                        first(probe, "com.apple.quicktime.model", "model", "com.android.model"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return device.isEmpty() ? null : device;
    }

    private static Optional<String> first(Probe probe, String... keys) {
        return Stream.of(keys)
                .map(key -> probe.tag(key).orElse(null))
                .filter(Objects::nonNull)
                .map(Recording::printable)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String printable(String value) {
        String printable = CONTROL.matcher(value).replaceAll(" ").strip();
        return printable.substring(0, Math.min(LONGEST, printable.length()));
    }

    private static Optional<TemporalAccessor> time(String text) {
        try {
            return Optional.of(TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
