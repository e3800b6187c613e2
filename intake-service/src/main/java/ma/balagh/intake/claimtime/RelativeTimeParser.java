package ma.balagh.intake.claimtime;

import static ma.balagh.intake.claimtime.TimePhraseTable.any;
import static ma.balagh.intake.claimtime.TimePhraseTable.number;
import static ma.balagh.intake.claimtime.TimePhraseTable.phrase;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ma.balagh.intake.claimtime.TimeHint.Ago;
import org.jspecify.annotations.Nullable;

/** Parses expressions such as "two hours ago". */
final class RelativeTimeParser {

    private static final int LONGEST = 10_000;

    /** A unit of time, and its word for two of it. */
    private enum Unit {
        MINUTES(ChronoUnit.MINUTES, "دقيقه|دقايق|دقائق|minutes?|d9ay9|dqi9a", "دقيقتين"),
        HOURS(ChronoUnit.HOURS, "ساعه|ساعات|سوايع|heures?|hours?|swaye3|sa3a", "ساعتين"),
        DAYS(ChronoUnit.DAYS, "يوم|يوما|ايام|جورات|jours?|days?|iyam|ayam|yam", "يومين"),
        WEEKS(ChronoUnit.WEEKS, "اسبوع|اسابيع|سيمانات|semaines?|weeks?|simanat", "اسبوعين"),
        MONTHS(ChronoUnit.MONTHS, "شهر|اشهر|شهور|mois|months?|chhour", "شهرين"),
        YEARS(ChronoUnit.YEARS, "سنه|سنوات|عام|اعوام|ans?|annees?|years?", "سنتين|عامين");

        private final ChronoUnit unit;
        private final String words;
        private final String two;

        Unit(ChronoUnit unit, String words, String two) {
            this.unit = unit;
            this.words = words;
            this.two = two;
        }

        Pattern pattern() {
            String amount = "(?<n>\\d{1,4}|" + any(TimePhraseTable.NUMBERS) + ")";
            return phrase("(?:(?:منذ|قبل|هادي|il y a|voici|hadi|9bel) (?:" + amount + " )?(?:حوالي |environ )?(?:"
                    + words
                    + "|(?<two>" + two + "))(?! (?:من|علي|avant|de))|" + amount.replace("<n>", "<e>") + " (?:" + words
                    + ") ago)");
        }
    }

    private record Form(Unit unit, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(Unit.values()).stream()
            .map(unit -> new Form(unit, unit.pattern()))
            .toList();

    private RelativeTimeParser() {}

    static List<TimeHint> in(TimePassageDetector passages, ZonedDateTime published) {
        List<TimeHint> hints = new ArrayList<>();
        for (Form form : FORMS) {
            passages.each(form.pattern(), match -> {
                int amount = amount(match);
                if (amount > 0 && amount <= LONGEST) {
                    hints.add(ago(match, form.unit().unit, amount, published));
                }
            });
        }
        return hints;
    }

    private static Ago ago(MatchResult match, ChronoUnit unit, int amount, ZonedDateTime published) {
        ZonedDateTime moment = published.minus(amount, unit);
        if (unit.compareTo(ChronoUnit.HOURS) <= 0) {
            // People round: half a unit, and half of what a quarter of the time is.
            long slack = Math.max(
                    unit.getDuration().toMinutes() / 2,
                    amount * unit.getDuration().toMinutes() / 8);
            return new Ago(
                    match.start(),
                    match.end(),
                    moment.minusMinutes(slack).toInstant(),
                    moment.plusMinutes(slack).toInstant());
        }
        long days = unit == ChronoUnit.DAYS ? 0 : Math.max(1, unit.getDuration().toDays() / 2);
        ZonedDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
        return new Ago(
                match.start(),
                match.end(),
                day.minusDays(days).toInstant(),
                day.plusDays(days + 1).toInstant());
    }

    private static int amount(MatchResult match) {
        if (match.group("two") != null) {
            return 2;
        }
        @Nullable String told = match.group("n") != null ? match.group("n") : match.group("e");
        if (told == null) {
            return 1;
        }
        return Character.isDigit(told.charAt(0)) ? Integer.parseInt(told) : number(TimePhraseTable.NUMBERS, told);
    }
}
