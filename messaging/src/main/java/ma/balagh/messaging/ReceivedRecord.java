package ma.balagh.messaging;

import java.io.IOException;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of a topic turned out to be. */
sealed interface ReceivedRecord<E extends Event> {

    /** An event that this release knows. */
    record Known<E extends Event>(UUID id, EventType type, E event) implements ReceivedRecord<E> {}

    /** An event of a later release: others may know more than we do, so it is passed over. */
    record Unknown<E extends Event>(String typeName) implements ReceivedRecord<E> {}

    /** No event at all. */
    record Poison<E extends Event>(PermanentFailureException reason) implements ReceivedRecord<E> {}

    /** Reads the headers and the body; {@code events} is what its topic carries. */
    static <E extends Event> ReceivedRecord<E> read(ConsumerRecord<String, byte[]> message, Class<E> events) {
        try {
            if (!required(message, CloudEventHeaders.SPEC_VERSION).equals("1.0")) {
                throw new PermanentFailureException("not CloudEvents 1.0");
            }
            var id = id(required(message, CloudEventHeaders.ID));
            var typeName = required(message, CloudEventHeaders.TYPE);
            var type = EventType.named(typeName);
            return type.isEmpty()
                    ? new Unknown<>(typeName)
                    : new Known<>(id, type.get(), event(message, type.get(), events));
        } catch (PermanentFailureException e) {
            return new Poison<>(e);
        }
    }

    private static <E extends Event> E event(ConsumerRecord<String, byte[]> message, EventType type, Class<E> events) {
        if (!events.isAssignableFrom(type.recordClass())) {
            throw new PermanentFailureException(type.typeName() + " does not belong on " + message.topic());
        }
        var body = message.value();
        if (body == null) {
            throw new PermanentFailureException("no body");
        }
        try {
            return events.cast(EventJsonMapper.read(type, body));
        } catch (IOException e) {
            throw new PermanentFailureException("the body is no " + type.typeName(), e);
        }
    }

    private static String required(ConsumerRecord<?, ?> message, String header) {
        var text = CloudEventHeaders.text(message.headers(), header);
        if (text == null) {
            throw new PermanentFailureException("no header " + header);
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PermanentFailureException("the header " + CloudEventHeaders.ID + " is no UUID", e);
        }
    }
}
