package ma.balagh.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 (section 5.6): written in UTC with exactly three digits of a second, read with any offset, kept to
 * the millisecond so that what is read back equals what was sent. The RFC has no years before 0 and after 9999: such a
 * time is written as the nearest one that can be read.
 */
final class InstantJsonMapper {

    static final String EXPECTED = "a time of RFC 3339, such as 2026-11-25T08:30:00.000Z";

    // Java's own formats also allow leaving out the seconds, which the RFC does not.
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private InstantJsonMapper() {}

    /** @throws DateTimeException when the text is no time of RFC 3339 */
    static Instant parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new DateTimeException("not a time of RFC 3339");
        }
        return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    static final class Writer extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            Instant earlier = value.isBefore(LATEST) ? value : LATEST;
            json.writeString(WRITTEN.format(earlier.isAfter(EARLIEST) ? earlier : EARLIEST));
        }
    }

    static final class Reader extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return parse(json.getText());
            } catch (DateTimeException malformed) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), EXPECTED);
            }
        }
    }
}
