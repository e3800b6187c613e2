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
 * When, where and with what a medium says it was recorded. Anybody can write these tags. Where a program wrote the file
 * later, and nothing else gives a time, the time is that of writing.
 *
 * @param at when; null where it does not say
 * @param clock what its clock showed, where it does not say in which zone; else null
 * @param location where; null where it does not say
 * @param device maker and model; null where it does not say
 * @param software what wrote the file; null where it does not say
 * @param system what the device ran, such as {@code Android 14}; null where it does not say
 * @param writer the program that wrote the file at that time, which is not the time of recording; else null
 */
public record RecordingMetadata(
        @Nullable Instant at,
        @Nullable LocalDateTime clock,
        @Nullable RecordedLocation location,
        @Nullable String device,
        @Nullable String software,
        @Nullable String system,
        @Nullable String writer) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{IsNoncharacter_Code_Point}]");

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

    /** Apple's key: copies keep it, so that it is the time of recording whatever wrote the file. */
    private static final String KEPT = "com.apple.quicktime.creationdate";

    /** What Apple's devices write for their software is their system's version. */
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");

    private static final String ANDROID = "com.android.version";

    public RecordingMetadata(
            @Nullable Instant at,
            @Nullable LocalDateTime clock,
            @Nullable RecordedLocation location,
            @Nullable String device,
            @Nullable String software) {
        this(at, clock, location, device, software, null, null);
    }

    /** By its tags alone. */
    public static RecordingMetadata of(ProbeResult probe) {
        return of(probe, AuthoringInfo.NOTHING);
    }

    public static RecordingMetadata of(ProbeResult probe, AuthoringInfo written) {
        Optional<TemporalAccessor> recorder = probe.isStill()
                ? first(probe, KEPT, "creation_time").flatMap(RecordingMetadata::time)
                : first(probe, KEPT).flatMap(RecordingMetadata::time);
        Optional<TemporalAccessor> file = first(probe, "creation_time", "date")
                .flatMap(RecordingMetadata::time)
                .or(() -> Optional.ofNullable(written.created()).flatMap(RecordingMetadata::time));
        TemporalAccessor time = recorder.or(() -> file).orElse(null);
        String device = device(probe);
        String software = first(probe, "com.apple.quicktime.software", "software", "encoder")
                .orElse(null);
        Optional<String> android = first(probe, ANDROID).map(version -> "Android " + version);
        Optional<String> apple = appleSystem(device, software);
        return new RecordingMetadata(
                time instanceof OffsetDateTime known ? known.toInstant() : null,
                time instanceof LocalDateTime local ? local : null,
                first(probe, "com.apple.quicktime.location.iso6709", "location", "location-eng")
                        .flatMap(RecordedLocation::ofIso6709)
                        .orElse(null),
                device,
                apple.isPresent() ? null : software,
                android.or(() -> apple).orElse(null),
                time == null || recorder.isPresent() ? null : written.program());
    }

    private static Optional<String> appleSystem(@Nullable String device, @Nullable String software) {
        if (device == null || software == null || !device.startsWith("Apple")) {
            return Optional.empty();
        }
        if (software.startsWith("macOS ")) {
            return Optional.of(software);
        }
        String name = device.contains("iPad") ? "iPadOS " : "iOS ";
        return VERSION.matcher(software).matches() ? Optional.of(name + software) : Optional.empty();
    }

    /** Whether nothing is said at all about where it comes from; a mere encoder says nothing. */
    public boolean isSilent() {
        return approximately() == null && device == null;
    }

    /** When, wrong by less than a day where its zone is unknown; null where it does not say. */
    public @Nullable Instant approximately() {
        return clock == null ? at : clock.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable String device(ProbeResult probe) {
        String device = Stream.of(
                        first(probe, "com.apple.quicktime.make", "make", "com.android.manufacturer"),
                        first(probe, "com.apple.quicktime.model", "model", "com.android.model"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return device.isEmpty() ? null : device;
    }

    private static Optional<String> first(ProbeResult probe, String... keys) {
        return Stream.of(keys)
                .map(key -> probe.tag(key).orElse(null))
                .filter(Objects::nonNull)
                .map(RecordingMetadata::printable)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String printable(String value) {
        String printable = UNPRINTABLE.matcher(value).replaceAll(" ").strip();
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
