package ma.balagh.analysis.examination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What kind of medium it is, as its findings say.
 *
 * @param kind key of the words
 * @param seconds empty where it is not known
 * @param size of the picture in pixels, upright, such as {@code 640×360}; empty where there is none
 */
record MediumDescription(String kind, String seconds, String size) {

    private static final Pattern PICTURE = Pattern.compile(" (\\d{1,6})×(\\d{1,6})(?: ↻ (-?\\d{1,3})°)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
    private static final int QUARTER_TURN = 90;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final BigDecimal FIRST_TEN = BigDecimal.TEN;

    static MediumDescription of(List<Finding> findings) {
        Map<String, String> streams = findings.stream()
                .filter(finding -> finding.code().equals(ContainerStatement.READABLE.code()))
                .map(Finding::facts)
                .findFirst()
                .orElse(Map.of());
        String picture = streams.getOrDefault("picture", "");
        boolean hasSound = !streams.getOrDefault("sound", "").isEmpty();
        String kind;
        if (findings.stream().anyMatch(finding -> finding.code().equals(DurationStatement.SINGLE_PICTURE.code()))) {
            kind = "picture";
        } else if (!picture.isEmpty()) {
            kind = hasSound ? "video" : "silent-video";
        } else {
            kind = hasSound ? "sound" : "medium";
        }
        return new MediumDescription(kind, seconds(findings), size(picture));
    }

    /** What was decoded rather than what the file claims. */
    private static String seconds(List<Finding> findings) {
        for (String fact : List.of("decoded", "claimed")) {
            for (Finding finding : findings) {
                String value = finding.facts().getOrDefault(fact, "");
                if (finding.method().equals(DurationStatement.CLAIMED.method().id())
                        && NUMBER.matcher(value).matches()) {
                    return value;
                }
            }
        }
        return "";
    }

    private static String size(String picture) {
        Matcher size = PICTURE.matcher(picture);
        if (!size.find()) {
            return "";
        }
        boolean isTurned = isTurned(size.group(3));
        return size.group(isTurned ? 2 : 1) + "×" + size.group(isTurned ? 1 : 2);
    }

    private static boolean isTurned(@Nullable String degrees) {
        return degrees != null && Math.abs(Integer.parseInt(degrees)) % (2 * QUARTER_TURN) == QUARTER_TURN;
    }

    String in(SummaryTexts phrases) {
        return phrases.of(kind, Map.of("size", size), Map.of("length", seconds.isEmpty() ? "" : length(phrases)));
    }

    /** As people say it: 0.53 seconds, 9.6 seconds, 48 seconds, 3 minutes 5 seconds. */
    private String length(SummaryTexts phrases) {
        BigDecimal exact = new BigDecimal(seconds);
        if (exact.compareTo(FIRST_TEN) < 0) {
            BigDecimal rounded = exact.setScale(exact.compareTo(BigDecimal.ONE) < 0 ? 2 : 1, RoundingMode.HALF_UP);
            return phrases.of(
                    "length.seconds",
                    Map.of("seconds", rounded.stripTrailingZeros().toPlainString()));
        }
        int whole = exact.setScale(0, RoundingMode.HALF_UP).intValueExact();
        if (whole < 2 * MINUTE) {
            return phrases.of("length.seconds", Map.of("seconds", Integer.toString(whole)));
        }
        return whole < HOUR
                ? phrases.of(
                        "length.minutes", Map.of("minutes", count(whole / MINUTE), "seconds", rest(whole % MINUTE)))
                : phrases.of(
                        "length.hours", Map.of("hours", count(whole / HOUR), "minutes", rest(whole % HOUR / MINUTE)));
    }

    private static String count(int number) {
        return Integer.toString(number);
    }

    private static String rest(int number) {
        return number == 0 ? "" : count(number);
    }
}
