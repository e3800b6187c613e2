package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dates, numbers and sizes as the viewer reads them, in Moroccan time: templates say {@code inject:format}. */
@Named("format")
@RequestScoped
@TemplateData
public class Format {

    private static final long KIB = 1024;
    private static final int SHORT_ID = 6;
    private static final double METRES_PER_KILOMETRE = 1000;

    private final Viewer viewer;
    private final Clock clock;

    Format(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Day and time to the minute. */
    public String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : formatter(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at);
    }

    /** Day and time to the second, for evidence. */
    public String exactly(@Nullable Instant at) {
        return at == null
                ? ""
                : formatter(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM), at);
    }

    /** The present day and time, to the second. */
    public String present() {
        return exactly(clock.instant());
    }

    /** How long ago. */
    public Elapsed age(@Nullable Instant since) {
        return since == null ? Elapsed.NONE : Elapsed.of(Duration.between(since, clock.instant()));
    }

    /** How long until then; nothing where it is past. */
    public Elapsed until(@Nullable Instant then) {
        return then == null || !then.isAfter(clock.instant())
                ? Elapsed.NONE
                : Elapsed.of(Duration.between(clock.instant(), then));
    }

    /** How long from one moment to another. */
    public Elapsed between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? Elapsed.NONE : Elapsed.of(Duration.between(from, to));
    }

    /** A length in seconds. */
    public Elapsed seconds(@Nullable Double seconds) {
        return seconds == null ? Elapsed.NONE : Elapsed.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** A position in a recording, {@code m:ss.t}. */
    public String position(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    public String number(@Nullable Number value) {
        return value == null ? "" : NumberFormat.getInstance(locale()).format(value);
    }

    /** A share of one, in percent. */
    public String percent(@Nullable Double share) {
        return share == null ? "" : NumberFormat.getPercentInstance(locale()).format(share);
    }

    /** Kilometres, to the hundred metres. */
    public String kilometres(@Nullable Double metres) {
        return metres == null ? "" : oneDecimal().format(metres / METRES_PER_KILOMETRE);
    }

    /** Mebibytes, or kibibytes where that says more. */
    public String size(long bytes) {
        return bytes >= KIB * KIB
                ? oneDecimal().format((double) bytes / (KIB * KIB)) + " MB"
                : oneDecimal().format((double) bytes / KIB) + " KB";
    }

    /** What a field for day and time shows for the present. */
    public String now() {
        return Input.field(clock.instant());
    }

    /** What a field for day and time shows. */
    public String field(@Nullable Instant at) {
        return Input.field(at);
    }

    /** The end of an id, as people call a thing that has no other name. */
    public String shortId(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - SHORT_ID).toUpperCase(Locale.ROOT);
    }

    private NumberFormat oneDecimal() {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(1);
        return format;
    }

    private String formatter(DateTimeFormatter formatter, Instant at) {
        return formatter.withLocale(locale()).withZone(Input.ZONE).format(at);
    }

    private Locale locale() {
        return viewer.language().formats();
    }
}
