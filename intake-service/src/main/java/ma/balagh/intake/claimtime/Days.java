package ma.balagh.intake.claimtime;

import static ma.balagh.intake.claimtime.Phrases.any;
import static ma.balagh.intake.claimtime.Phrases.number;
import static ma.balagh.intake.claimtime.Phrases.phrase;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.intake.claimtime.Hint.Day;
import org.jspecify.annotations.Nullable;

/** Finds words for days: counted from publication, of the week, dates. */
final class Days {

    private static final int DATE = 3;
    private static final int RELATIVE = 2;
    private static final int WEEKDAY = 1;

    /** Words for so many days before publication, and the part of the day that they say. */
    private record Relative(
            Pattern words, int daysBefore, @Nullable PartOfDay part) {}

    private static final List<Relative> RELATIVES = List.of(
            new Relative(
                    phrase(
                            "(?:[وف]?(?:اول|قبل|ول) (?:امس|البارحه?)|avant[-\\s]hier|(?:the )?day before yesterday|wel lbareh)"),
                    2,
                    null),
            new Relative(
                    phrase("(?:la )?nuit derniere|last night|ليله (?:امس|البارحه)|الليله الماضيه"), 1, PartOfDay.NIGHT),
            new Relative(
                    phrase(
                            "(?:يوم |نهار )?[وفب]?(?:امس|البارحه?|امبارح|لبارح)|hier|yesterday|l?bareh|l?bare7|lbarah|lbara7"),
                    1,
                    null),
            new Relative(phrase("هاد الصباح|هذا الصباح|ce matin|this morning|had sbah"), 0, PartOfDay.MORNING),
            new Relative(phrase("هاد العشيه|هذا المسا|ce soir|this evening|cet apres[-\\s]midi"), 0, null),
            new Relative(phrase("اليوم|اليومه|ليوم|ليوما|aujourd'hui|today|lyoum|lyouma|lyom|lyoma"), 0, null));

    private static final Pattern TONIGHT = phrase("cette nuit|هاد الليله|هذه الليله|tonight|had lila");
    private static final Pattern LAST_WEEK =
            phrase("(?:ال)?اسبوع (?:الماضي|المنصرم|الفارط)|السيمانه (?:لي|اللي) (?:فاتت|دازت)"
                    + "|(?:la )?semaine (?:derniere|passee)|last week|simana li (?:fatet|dazt)");
    private static final String LAST =
            "الماضي|الماضيه|المنصرم|الفارط|الاخير|لي فات|اللي فات|لي داز|dernier|passe|ecoule";
    private static final String NEXT = "(?! (?:المقبل|المقبله|القادم|القادمه|الجاي|prochain))";
    private static final Pattern WEEKDAYS = phrase("(?:(?<next>next )|(?<lead>last |on |this |يوم |نهار |nhar )"
            + "|(?<before>ليله |مسا |صباح |امس |اليوم |hier ))?[وف]?(?<day>" + any(Phrases.WEEKDAYS) + ")(?: (?<last>"
            + LAST
            + "))?" + NEXT);

    private static final String YEAR = "(?:[,،]? (?:سنه |عام |de )?(?<y>(?:19|20)\\d\\d))?";
    private static final List<Pattern> DATES = List.of(
            phrase("(?:(?<d>\\d{1,2})(?:er)?|(?<dw>" + any(Phrases.ORDINALS) + "|" + any(Phrases.NUMBERS)
                    + ")) (?:من |شهر |من شهر |of )?(?<mon>" + any(Phrases.MONTHS) + ")" + YEAR),
            phrase("(?<dw>)(?<mon>" + any(Phrases.MONTHS) + ") (?<d>\\d{1,2})(?:st|nd|rd|th)?" + YEAR),
            phrase("(?<dw>)(?<d>\\d{1,2})[/.-](?<mon>\\d{1,2})[/.-](?<y>(?:19|20)\\d\\d)"),
            phrase("(?<dw>)(?<y>(?:19|20)\\d\\d)[/-](?<mon>\\d{1,2})[/-](?<d>\\d{1,2})"));

    private final String text;
    private final LocalDate published;
    private final boolean morning;
    private final List<Hint> hints = new ArrayList<>();

    /** @param hour of the day of publication */
    Days(String text, LocalDate published, int hour) {
        this.text = text;
        this.published = published;
        this.morning = hour < 15;
    }

    List<Hint> hints() {
        for (Relative relative : RELATIVES) {
            Matcher matcher = relative.words().matcher(text);
            while (matcher.find()) {
                LocalDate day = published.minusDays(relative.daysBefore());
                add(matcher, day, day, RELATIVE, TimeReason.RELATIVE_DAY, relative.part());
            }
        }
        Matcher tonight = TONIGHT.matcher(text);
        while (tonight.find()) {
            // Read before the afternoon, "cette nuit" is the night that has just ended.
            LocalDate day = morning ? published.minusDays(1) : published;
            add(tonight, day, day, RELATIVE, TimeReason.RELATIVE_DAY, PartOfDay.NIGHT);
        }
        Matcher week = LAST_WEEK.matcher(text);
        while (week.find()) {
            LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            add(week, monday.minusWeeks(1), monday.minusDays(1), WEEKDAY, TimeReason.RELATIVE_DAY, null);
        }
        weekdays();
        DATES.forEach(this::dates);
        return hints;
    }

    private void weekdays() {
        Matcher matcher = WEEKDAYS.matcher(text);
        while (matcher.find()) {
            String word = matcher.group("day");
            boolean last = matcher.group("last") != null
                    || "last".equals(text(matcher, "lead").strip());
            boolean led = last || matcher.group("lead") != null || matcher.group("before") != null;
            boolean arabic = word.charAt(0) > 0x600;
            // In Arabic the bare names are those of markets and towns, too.
            if (matcher.group("next") != null || arabic && !led) {
                continue;
            }
            DayOfWeek day = DayOfWeek.of(Phrases.WEEKDAYS.getOrDefault(word, 1));
            LocalDate date =
                    published.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
            // What stands before it says something of its own.
            int from = matcher.group("before") == null ? matcher.start() : matcher.start("day");
            hints.add(new Day(from, matcher.end(), date, date, WEEKDAY, TimeReason.WEEKDAY, false, null));
        }
    }

    private static String text(Matcher matcher, String group) {
        @Nullable String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private void dates(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            try {
                String month = matcher.group("mon");
                int number =
                        Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : number(Phrases.MONTHS, month);
                @Nullable String year = matcher.group("y");
                LocalDate date =
                        LocalDate.of(year == null ? published.getYear() : Integer.parseInt(year), number, day(matcher));
                boolean supposed = year == null;
                LocalDate past = supposed && date.isAfter(published) ? date.minusYears(1) : date;
                hints.add(new Day(matcher.start(), matcher.end(), past, past, DATE, TimeReason.DATE, supposed, null));
            } catch (DateTimeException impossible) {
                // The thirty-first of a short month, or no date at all.
            }
        }
    }

    private static int day(Matcher matcher) {
        @Nullable String digits = matcher.group("d");
        if (digits != null) {
            return Integer.parseInt(digits);
        }
        String word = matcher.group("dw");
        Map<String, Integer> words = number(Phrases.ORDINALS, word) > 0 ? Phrases.ORDINALS : Phrases.NUMBERS;
        return number(words, word);
    }

    private void add(
            Matcher matcher, LocalDate first, LocalDate last, int rank, TimeReason reason, @Nullable PartOfDay part) {
        hints.add(new Day(matcher.start(), matcher.end(), first, last, rank, reason, false, part));
    }
}
