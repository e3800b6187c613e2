package ma.balagh.messaging;

import java.io.IOException;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.EventJson;
import ma.balagh.contracts.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of a topic turned out to be. */
sealed interface Received<E extends Event> {

    /** An event that this release knows. */
    record Known<E extends Event>(UUID id, EventType type, E event) implements Received<E> {}

    /** An event of a later release: others may know more than we do, so it is passed over. */
    record Unknown<E extends Event>(String typeName) implements Received<E> {}

    /** No event at all. */
    record Poison<E extends Event>(PermanentFailure reason) implements Received<E> {}

    /** Reads the headers and the body; {@code events} is what its topic carries. */
    static <E extends Event> Received<E> read(ConsumerRecord<String, byte[]> message, Class<E> events) {
        try {
            if (!required(message, CloudEventHeaders.SPEC_VERSION).equals("1.0")) {
                throw new PermanentFailure("not CloudEvents 1.0");
            }
            var id = id(required(message, CloudEventHeaders.ID));
            var typeName = required(message, CloudEventHeaders.TYPE);
            var type = EventType.named(typeName);
            return type.isEmpty()
                    ? new Unknown<>(typeName)
                    : new Known<>(id, type.get(), event(message, type.get(), events));
        } catch (PermanentFailure e) {
            return new Poison<>(e);
        }
    }

    private static <E extends Event> E event(ConsumerRecord<String, byte[]> message, EventType type, Class<E> events) {
        if (!events.isAssignableFrom(type.recordClass())) {
            throw new PermanentFailure(type.typeName() + " does not belong on " + message.topic());
        }
        var body = message.value();
        if (body == null) {
            throw new PermanentFailure("no body");
        }
        try {
            return events.cast(EventJson.read(type, body));
        } catch (IOException e) {
            throw new PermanentFailure("the body is no " + type.typeName(), e);
        }
    }

    private static String required(ConsumerRecord<?, ?> message, String header) {
        var text = CloudEventHeaders.text(message.headers(), header);
        if (text == null) {
            throw new PermanentFailure("no header " + header);
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("the header " + CloudEventHeaders.ID + " is no UUID", e);
        }
    }
}
