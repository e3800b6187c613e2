package ma.balagh.portal.policy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people type them: minutes and seconds, {@code 2:30}, with hours before them where it takes some. */
final class ClockTimeParser {

    /** For {@code pattern} in HTML, too. */
    static final String PATTERN = "(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{2}";

    private static final Pattern LENGTH = Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{2})");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private ClockTimeParser() {}

    /** @return seconds; nothing for an empty field */
    static @Nullable Integer seconds(@Nullable String field, String name) {
        String value = FormInputParser.text(field);
        if (value == null) {
            return null;
        }
        Matcher length = LENGTH.matcher(value);
        if (!length.matches()) {
            throw new FormInputParser.WrongInput(name);
        }
        int hours = length.group(1) == null ? 0 : Integer.parseInt(length.group(1));
        return hours * HOUR + Integer.parseInt(length.group(2)) * MINUTE + Integer.parseInt(length.group(3));
    }

    static String text(int seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }
}
