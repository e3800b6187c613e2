package ma.balagh.intake.claimtime;

import static ma.balagh.intake.claimtime.TimePhraseTable.any;
import static ma.balagh.intake.claimtime.TimePhraseTable.number;
import static ma.balagh.intake.claimtime.TimePhraseTable.phrase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ma.balagh.intake.claimtime.TimeHint.Clock;
import org.jspecify.annotations.Nullable;

/** Parses times of day. */
final class TimeOfDayParser {

    private static final Pattern FRENCH = Pattern.compile(".*\\dh.*|.*heures?");

    private static final String HOUR = "(?<h>[01]?\\d|2[0-4])";
    private static final List<Pattern> FORMS = List.of(
            phrase("(?<w>)(?<f>)" + HOUR + " ?(?:h|heures?) ?(?<m>[0-5]\\d)(?<half>)"),
            phrase("(?<w>)(?<f>)" + HOUR + ":(?<m>[0-5]\\d) ?(?<half>[ap]\\.?m)?"),
            phrase("(?<w>)(?<f>)(?<m>)" + HOUR + " ?(?<half>[ap]\\.?m)"),
            // Without minutes only after a preposition: "deux heures" may be how long something took.
            phrase("(?<f>)(?<m>)(?<half>)(?:a|vers|environ|autour de|aux alentours de|des|mn|m3a) (?:" + HOUR + "|(?<w>"
                    + any(TimePhraseTable.NUMBERS) + ")) ?(?:h|heures?)"),
            phrase("(?<half>)(?:[وفب]?الساعه|مع|m3a) (?:" + HOUR + "(?:[:.h](?<m>[0-5]\\d))?|(?<w>"
                    + any(TimePhraseTable.HOURS) + "))(?: و(?<f>النصف|نصف|نص|الربع|ربع))?"));
    private static final Pattern MIDNIGHT = phrase("minuit|midnight|منتصف الليل|نص الليل|noss lil");

    private TimeOfDayParser() {}

    static List<TimeHint> in(TimePassageDetector passages) {
        List<TimeHint> hints = new ArrayList<>();
        FORMS.forEach(form -> passages.each(form, match -> hints.add(clock(match))));
        passages.each(MIDNIGHT, match -> hints.add(new Clock(match.start(), match.end(), Duration.ofHours(24), false)));
        return hints;
    }

    private static Clock clock(MatchResult match) {
        @Nullable String digits = match.group("h");
        boolean french =
                match.group().endsWith("h") || FRENCH.matcher(match.group()).matches();
        int hour = digits != null && !digits.isEmpty() ? Integer.parseInt(digits) : hour(match.group("w"));
        String half = text(match, "half");
        if (!half.isEmpty()) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        int minutes = minutes(text(match, "m"), text(match, "f"));
        boolean open = half.isEmpty()
                && !french
                && hour >= 1
                && hour <= 12
                && text(match, "m").isEmpty();
        return new Clock(match.start(), match.end(), Duration.ofMinutes(hour * 60L + minutes), open);
    }

    private static int hour(String word) {
        int hour = number(TimePhraseTable.HOURS, word);
        return hour > 0 ? hour : number(TimePhraseTable.NUMBERS, word);
    }

    private static int minutes(String digits, String fraction) {
        if (!digits.isEmpty()) {
            return Integer.parseInt(digits);
        }
        return fraction.isEmpty() ? 0 : fraction.contains("ربع") ? 15 : 30;
    }

    private static String text(MatchResult match, String group) {
        @Nullable String text = match.group(group);
        return text == null ? "" : text;
    }
}
