package ma.balagh.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;

/**
 * Text that can be kept as it came. U+0000 cannot stand in the database, half a surrogate pair not even in UTF-8, and
 * what the other control characters do to whoever reads them is not for a client to say. The services read JSON of their
 * own tables by it, too: what it refuses must never have been written.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    static final String TAB_AND_LINE_BREAKS = "\t\n\r";

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(json, context);
        if (text != null && text.codePoints().anyMatch(TextDeserializer::isNoText)) {
            throw new NoText(json);
        }
        return text;
    }

    private static boolean isNoText(int codePoint) {
        return (codePoint < ' ' && TAB_AND_LINE_BREAKS.indexOf(codePoint) < 0)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Says so in words of its own, which {@link JsonFaultMapper} passes on. */
    static final class NoText extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        NoText(JsonParser json) {
            super(json, "must not contain control characters or half a surrogate pair", String.class);
        }
    }
}
