package ma.balagh.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param position order of sending
 * @param id the event's id
 * @param topic where it goes
 * @param type CloudEvents type
 * @param subject aggregate id and key
 * @param time when it was published
 * @param traceparent trace of the publisher
 * @param payload UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
record OutboxEvent(
        long position,
        UUID id,
        String topic,
        String type,
        String subject,
        Instant time,
        @Nullable String traceparent,
        byte[] payload) {}
