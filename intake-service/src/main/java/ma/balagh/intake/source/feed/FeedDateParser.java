package ma.balagh.intake.source.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 with its successors and its violations, RFC 3339, the forms of HTTP, and month names
 * in English, French and Arabic (those of the Maghreb and of the East). Without a zone it is taken for UTC, without a time
 * for midnight.
 */
final class FeedDateParser {

    private static final String TIME =
            "(?:(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<part>\\d{1,9}))?)?"
                    + "\\s?(?<half>[AaPp]\\.?[Mm]\\.?)?)?";
    private static final String ZONE =
            "\\s?(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?\\s?[+-]\\d{1,2}:?(?:\\d{2})?)?(?:\\s?\\([^)]*\\))?";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})(?:[Tt]|,?\\s)?" + TIME + ZONE),
            Pattern.compile(
                    "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})[Tt](?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})"
                            + "(?<part>)(?<half>)" + ZONE),
            Pattern.compile(
                    "(?:\\p{L}+\\.?\\s?[,،]?\\s?)?(?<day>\\d{1,2})(?:er|st|nd|rd|th)?[\\s-]?(?<month>\\p{L}{3,12})\\.?,?[\\s-]?"
                            + "(?<year>\\d{4}|\\d{2}),?\\s?(?:à\\s|at\\s)?" + TIME + ZONE),
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s)?(?<month>\\p{L}{3,9})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})"
                            + ",?\\s?(?:at\\s)?" + TIME + ZONE),
            Pattern.compile("(?:\\p{L}{3,9},?\\s)?(?<month>\\p{L}{3,9})\\s(?<day>\\d{1,2})\\s" + TIME
                    + "(?<zone>\\s[A-Z]{3,4})?" + "\\s(?<year>\\d{4})"));

    private static final Map<String, Integer> MONTHS = numbered(
            "jan january janv janvier يناير",
            "feb february fév fev févr février fevrier فبراير",
            "mar march mars مارس",
            "apr april avr avril أبريل ابريل إبريل",
            "may mai ماي مايو",
            "jun june juin يونيو يونيه",
            "jul july juil juillet يوليو يوليوز يوليه",
            "aug august août aout غشت أغسطس اغسطس",
            "sep sept september septembre شتنبر سبتمبر",
            "oct october octobre أكتوبر اكتوبر",
            "nov november novembre نونبر نوفمبر",
            "dec december déc décembre decembre دجنبر ديسمبر");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?\\s?([+-])(\\d{1,2}):?(\\d{2})?");
    // Before feeds there were none: 1970 and the year 1 stand for "not set".
    private static final int FIRST_YEAR = 1990;

    private FeedDateParser() {}

    /** @return empty where the date cannot be understood, or is none */
    static Optional<Instant> of(@Nullable String told) {
        if (told == null || told.length() > 200) {
            return Optional.empty();
        }
        String line = withPlainDigits(PlainTextConverter.tidied(told, 80));
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(line);
            if (matcher.matches()) {
                return read(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> read(Matcher date) {
        try {
            int year = year(group(date, "year"));
            LocalDateTime local = LocalDateTime.of(
                    year,
                    month(group(date, "month")),
                    Integer.parseInt(group(date, "day")),
                    hour(number(group(date, "hour")), group(date, "half")),
                    number(group(date, "minute")),
                    // A leap second
                    Math.min(59, number(group(date, "second"))),
                    number((group(date, "part") + "000000000").substring(0, 9)));
            return year < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(local.toInstant(zone(group(date, "zone").strip())));
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    private static String group(Matcher matcher, String name) {
        String group = matcher.group(name);
        return group == null ? "" : group;
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Two digits as in RFC 2822, 4.3. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int hour(int told, String half) {
        if (half.isEmpty()) {
            return told;
        }
        if (told < 1 || told > 12) {
            throw new DateTimeException("no such hour");
        }
        return told % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }

    private static int month(String told) {
        if (Character.isDigit(told.charAt(0))) {
            return Integer.parseInt(told);
        }
        String name = told.toLowerCase(Locale.ROOT);
        Integer known = MONTHS.get(name);
        if (known == null) {
            throw new DateTimeException("no such month");
        }
        return known;
    }

    private static Map<String, Integer> numbered(String... months) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < months.length; i++) {
            for (String name : months[i].split(" ")) {
                numbers.put(name, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    private static ZoneOffset zone(String told) {
        Integer hours = ZONES.get(told.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        Matcher offset = OFFSET.matcher(told);
        if (!offset.matches()) {
            throw new DateTimeException("no such zone");
        }
        String minutes = offset.group(3);
        int seconds = Integer.parseInt(offset.group(2)) * 3600 + (minutes == null ? 0 : Integer.parseInt(minutes) * 60);
        return ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds);
    }

    private static String withPlainDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(unit -> {
            // Directional marks stand in dates that were copied from Arabic pages.
            if (Character.getType(unit) != Character.FORMAT) {
                int digit = Character.digit(unit, 10);
                plain.append(digit >= 0 ? (char) ('0' + digit) : (char) unit);
            }
        });
        return plain.toString().strip();
    }
}
