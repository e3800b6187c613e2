package ma.balagh.intake.claimtime;

import static ma.balagh.intake.claimtime.TimePhraseTable.any;
import static ma.balagh.intake.claimtime.TimePhraseTable.number;
import static ma.balagh.intake.claimtime.TimePhraseTable.phrase;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ma.balagh.intake.claimtime.TimeHint.Day;
import org.jspecify.annotations.Nullable;

/** Parses words for days: relative to publication, of the week, dates. */
final class DayParser {

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
            + "|(?<before>ليله |مسا |صباح |امس |اليوم |hier ))?[وف]?(?<day>" + any(TimePhraseTable.WEEKDAYS)
            + ")(?: (?<last>"
            + LAST
            + "))?" + NEXT);

    private static final String YEAR = "(?:[,،]? (?:سنه |عام |de )?(?<y>(?:19|20)\\d\\d))?";
    private static final List<Pattern> DATES = List.of(
            phrase("(?:(?<d>\\d{1,2})(?:er)?|(?<dw>" + any(TimePhraseTable.ORDINALS) + "|"
                    + any(TimePhraseTable.NUMBERS) + ")) (?:من |شهر |من شهر |of )?(?<mon>" + any(TimePhraseTable.MONTHS)
                    + ")" + YEAR),
            phrase("(?<dw>)(?<mon>" + any(TimePhraseTable.MONTHS) + ") (?<d>\\d{1,2})(?:st|nd|rd|th)?" + YEAR),
            phrase("(?<dw>)(?<d>\\d{1,2})[/.-](?<mon>\\d{1,2})[/.-](?<y>(?:19|20)\\d\\d)"),
            phrase("(?<dw>)(?<y>(?:19|20)\\d\\d)[/-](?<mon>\\d{1,2})[/-](?<d>\\d{1,2})"));

    private final TimePassageDetector passages;
    private final LocalDate published;
    private final boolean morning;
    private final List<TimeHint> hints = new ArrayList<>();

    /** @param hour of the day of publication */
    DayParser(TimePassageDetector passages, LocalDate published, int hour) {
        this.passages = passages;
        this.published = published;
        this.morning = hour < 15;
    }

    List<TimeHint> hints() {
        for (Relative relative : RELATIVES) {
            LocalDate day = published.minusDays(relative.daysBefore());
            passages.each(relative.words(), match -> add(match, day, day, RELATIVE, relative.part()));
        }
        // Read before the afternoon, "cette nuit" is the night that has just ended.
        LocalDate night = morning ? published.minusDays(1) : published;
        passages.each(TONIGHT, match -> add(match, night, night, RELATIVE, PartOfDay.NIGHT));
        LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        passages.each(LAST_WEEK, match -> add(match, monday.minusWeeks(1), monday.minusDays(1), WEEKDAY, null));
        passages.each(WEEKDAYS, this::weekday);
        DATES.forEach(dates -> passages.each(dates, this::date));
        return hints;
    }

    private void weekday(MatchResult match) {
        String word = match.group("day");
        boolean last =
                match.group("last") != null || "last".equals(text(match, "lead").strip());
        boolean led = last || match.group("lead") != null || match.group("before") != null;
        boolean arabic = word.charAt(0) > 0x600;
        // In Arabic the bare names are those of markets and towns, too.
        if (match.group("next") != null || arabic && !led) {
            return;
        }
        DayOfWeek day = DayOfWeek.of(TimePhraseTable.WEEKDAYS.getOrDefault(word, 1));
        LocalDate date = published.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
        // What stands before it says something of its own.
        int from = match.group("before") == null ? match.start() : match.start("day");
        hints.add(new Day(from, match.end(), date, date, WEEKDAY, TimeReason.WEEKDAY, false, null));
    }

    private void date(MatchResult match) {
        try {
            String month = match.group("mon");
            int number = Character.isDigit(month.charAt(0))
                    ? Integer.parseInt(month)
                    : number(TimePhraseTable.MONTHS, month);
            String year = text(match, "y");
            boolean supposed = year.isEmpty();
            LocalDate date =
                    LocalDate.of(supposed ? published.getYear() : Integer.parseInt(year), number, dayOf(match));
            LocalDate past = supposed && date.isAfter(published) ? date.minusYears(1) : date;
            hints.add(new Day(match.start(), match.end(), past, past, DATE, TimeReason.DATE, supposed, null));
        } catch (DateTimeException impossible) {
            // The thirty-first of a short month, or no date at all.
        }
    }

    private static int dayOf(MatchResult match) {
        String digits = text(match, "d");
        if (!digits.isEmpty()) {
            return Integer.parseInt(digits);
        }
        String word = match.group("dw");
        Map<String, Integer> words =
                number(TimePhraseTable.ORDINALS, word) > 0 ? TimePhraseTable.ORDINALS : TimePhraseTable.NUMBERS;
        return number(words, word);
    }

    private static String text(MatchResult match, String group) {
        @Nullable String text = match.group(group);
        return text == null ? "" : text;
    }

    private void add(MatchResult match, LocalDate first, LocalDate last, int rank, @Nullable PartOfDay part) {
        hints.add(new Day(match.start(), match.end(), first, last, rank, TimeReason.RELATIVE_DAY, false, part));
    }
}
