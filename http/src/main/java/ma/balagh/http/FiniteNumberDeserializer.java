package ma.balagh.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.DoubleDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Numbers that a {@code double} can hold: {@code 1e999} would be read as infinity, {@code "NaN"} as no number. */
final class FiniteNumberDeserializer extends DoubleDeserializer {

    private static final long serialVersionUID = 1L;

    FiniteNumberDeserializer(Class<Double> type, @Nullable Double absent) {
        super(type, absent);
    }

    @Override
    public @Nullable Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
        Double value = super.deserialize(json, context);
        return value == null || Double.isFinite(value)
                ? value
                : (Double) context.handleWeirdNumberValue(handledType(), value, "must be finite");
    }
}
