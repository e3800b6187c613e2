package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Formats dates, numbers and sizes for the viewer, in Moroccan time. Templates say {@code inject:format}. */
@Named("format")
@RequestScoped
@TemplateData
public class DisplayFormatter {

    private static final long KIB = 1024;
    private static final int SHORT_ID = 6;
    private static final int DIGITS_OF_DEGREES = 5;
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final Viewer viewer;
    private final Clock clock;

    DisplayFormatter(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The day alone, without its year. */
    public String day(@Nullable Instant at) {
        return at == null
                ? ""
                : dated(DateTimeFormatter.ofPattern("d MMMM", locale()), at.atZone(FormInputParser.ZONE));
    }

    /** The day in digits, for where there is no room for the month; a text beside it says which is the month. */
    public String shortDay(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("d/M", Locale.ROOT).format(at.atZone(FormInputParser.ZONE));
    }

    /** Day and time to the minute. */
    public String moment(@Nullable Instant at) {
        return at == null ? "" : formatted(MINUTE, at);
    }

    /** The time of day alone, where the day is plain. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(FormInputParser.ZONE));
    }

    /** A month such as 2026-10, in words. */
    public String month(@Nullable String month) {
        return month == null
                ? ""
                : DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(YearMonth.parse(month));
    }

    /** Day and time to the second, for evidence. */
    public String exactly(@Nullable Instant at) {
        return at == null ? "" : formatted(SECOND, at);
    }

    /** The present day and time, to the second. */
    public String present() {
        return exactly(clock.instant());
    }

    /** How long ago. */
    public ElapsedTime age(@Nullable Instant since) {
        return since == null ? ElapsedTime.NONE : ElapsedTime.of(Duration.between(since, clock.instant()));
    }

    /** How long until then; nothing where it is past. */
    public ElapsedTime until(@Nullable Instant then) {
        return then == null || !then.isAfter(clock.instant())
                ? ElapsedTime.NONE
                : ElapsedTime.of(Duration.between(clock.instant(), then));
    }

    /** How long from one moment to another. */
    public ElapsedTime between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? ElapsedTime.NONE : ElapsedTime.of(Duration.between(from, to));
    }

    /** Day and time to the second with their distance from UTC (ISO 8601), for files that programs read. */
    public String zoned(@Nullable Instant at) {
        return at == null ? "" : ZONED.format(at.atZone(FormInputParser.ZONE));
    }

    /** The present moment in UTC, for scripts. */
    public Instant instant() {
        return clock.instant();
    }

    public boolean isPast(@Nullable Instant at) {
        return at != null && !at.isAfter(clock.instant());
    }

    /** A length in seconds. */
    public ElapsedTime seconds(@Nullable Double seconds) {
        return seconds == null ? ElapsedTime.NONE : ElapsedTime.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** A position in a recording, {@code m:ss.t}, with the decimal sign of the language. */
    public String position(double seconds) {
        long tenths = Math.round(seconds * 10);
        char sign = DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator();
        return String.format(Locale.ROOT, "%d:%02d%c%d", tenths / 600, tenths / 10 % 60, sign, tenths % 10);
    }

    /** A decimal number as a field shows it, with the decimal sign of the language; both signs are read back. */
    public String decimal(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value)
                        .toPlainString()
                        .replace('.', DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator());
    }

    /** Degrees north and east. */
    public String coordinates(double latitude, double longitude) {
        NumberFormat degrees = NumberFormat.getInstance(locale());
        degrees.setMaximumFractionDigits(DIGITS_OF_DEGREES);
        return degrees.format(latitude) + "° " + degrees.format(longitude) + "°";
    }

    public String number(@Nullable Number value) {
        return value == null ? "" : NumberFormat.getInstance(locale()).format(value);
    }

    /** A share of one, in percent. */
    public String percent(@Nullable Double share) {
        return share == null ? "" : NumberFormat.getPercentInstance(locale()).format(share);
    }

    /** A figure with one decimal. */
    public String tenths(double value) {
        return oneDecimal().format(value);
    }

    /** A small figure with so many decimals at most. */
    public String decimals(double value, int most) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }

    /** Kilometres, to the hundred metres. */
    public String kilometres(@Nullable Double metres) {
        return metres == null ? "" : oneDecimal().format(metres / METRES_PER_KILOMETRE);
    }

    /** Mebibytes, or kibibytes where that says more. */
    public Size size(long bytes) {
        return bytes >= KIB * KIB
                ? new Size(oneDecimal().format((double) bytes / (KIB * KIB)), true)
                : new Size(oneDecimal().format((double) bytes / KIB), false);
    }

    /**
     * The size of a file.
     *
     * @param number as the language writes it
     * @param large in mebibytes rather than kibibytes
     */
    @TemplateData
    public record Size(String number, boolean large) {}

    /** What a field for day and time shows for the present. */
    public String now() {
        return FormInputParser.field(clock.instant());
    }

    /** What a field for day and time shows. */
    public String field(@Nullable Instant at) {
        return FormInputParser.field(at);
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

    /** One form for all: the month in words, since digits alone are read in two orders where lines run to the left. */
    private String formatted(DateTimeFormatter time, Instant at) {
        ZonedDateTime local = at.atZone(FormInputParser.ZONE);
        String date = dated(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()), local);
        return date + (viewer.language() == PortalLanguage.AR ? "، " : ", ") + time.format(local);
    }

    /**
     * French says of the first of a month that it is the first, as of no other day; Java does not know that.
     *
     * @param date begins with the day in French
     */
    private String dated(DateTimeFormatter date, ZonedDateTime local) {
        String text = date.format(local);
        boolean isFirst = viewer.language() == PortalLanguage.FR && local.getDayOfMonth() == 1;
        return isFirst ? "1er" + text.substring(1) : text;
    }

    private Locale locale() {
        return viewer.language().formats();
    }
}
