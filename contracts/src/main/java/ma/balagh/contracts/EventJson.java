package ma.balagh.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** How an event is written: UTF-8 JSON, absent for null, RFC 3339 times; unknown fields are passed over on reading. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(Event.class, EventMixIn.class)
            .build();

    private EventJson() {}

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /** @throws IOException when the bytes are no JSON or not of that event's shape */
    public static Event read(EventType type, byte[] json) throws IOException {
        return MAPPER.readValue(json, type.recordClass());
    }

    private interface EventMixIn {
        @com.fasterxml.jackson.annotation.JsonIgnore
        java.util.UUID subject();
    }
}
