package ma.balagh.portal.shell;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses form fields: an empty one is absent, a local time is Moroccan. */
public final class FormInputParser {

    public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private FormInputParser() {}

    public static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public static @Nullable Integer wholeNumber(@Nullable String field, String name) {
        String value = text(field);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw new WrongInput(name);
        }
    }

    /** What stands on each line that has something; nothing where none has. */
    public static @Nullable List<String> lines(@Nullable String field) {
        String value = text(field);
        return value == null
                ? null
                : value.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** A number with a point or a comma. */
    public static @Nullable Double number(@Nullable String field, String name) {
        String value = text(field);
        try {
            return value == null ? null : finite(Double.parseDouble(value.replace(',', '.')));
        } catch (NumberFormatException notANumber) {
            throw new WrongInput(name);
        }
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    /** The value of a {@code datetime-local} field. */
    public static @Nullable Instant moment(@Nullable String field, String name) {
        String value = text(field);
        try {
            return value == null
                    ? null
                    : LocalDateTime.parse(value).atZone(ZONE).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new WrongInput(name);
        }
    }

    /**
     * The same, of a field that showed a moment: left as it was, it means that one, with its seconds and in the hour that clocks
     * show twice.
     */
    public static @Nullable Instant moment(@Nullable String field, @Nullable Instant shown, String name) {
        return shown != null && field(shown).equals(text(field)) ? shown : moment(field, name);
    }

    /** A moment as scripts write it, in UTC. */
    public static @Nullable Instant timestamp(@Nullable String field, String name) {
        String value = text(field);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException notATime) {
            throw new WrongInput(name);
        }
    }

    /** What a {@code datetime-local} field shows for a moment. */
    public static String field(@Nullable Instant at) {
        return at == null
                ? ""
                : FIELD.format(
                        at.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE).truncatedTo(ChronoUnit.MINUTES));
    }

    /** A field holds something that cannot be meant. */
    public static final class WrongInput extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        public WrongInput(String field) {
            super("cannot read the field " + field);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
