package ma.balagh.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * How an event is written: UTF-8 JSON, absent for null, RFC 3339 times. Reading passes over unknown fields, because an
 * owner may add some, and refuses an event that lacks a required one: each record's constructor insists on those.
 */
public final class EventJsonMapper {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventJsonMapper() {}

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads an event of that type.
     *
     * @throws IOException when the bytes are no JSON or not of that event's shape
     */
    public static Event read(EventType type, byte[] json) throws IOException {
        Event event = MAPPER.readValue(json, type.recordClass());
        if (event == null) {
            throw new IOException("the literal null is no " + type.typeName());
        }
        return event;
    }
}
