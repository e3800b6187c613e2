package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Names of the headers of CloudEvents 1.0 in the binary mode of its Kafka protocol binding. */
final class CloudEventHeaders {

    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    /** Of the distributed tracing extension; the plain {@code traceparent} is there for those who know no CloudEvents. */
    static final String TRACE_PARENT = "ce_traceparent";

    static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /** The row as a record of its topic, published by {@code service}. */
    static ProducerRecord<String, byte[]> message(OutboxEvent event, String service) {
        var message = new ProducerRecord<>(event.topic(), event.subject(), event.payload());
        var headers = message.headers();
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, event.id().toString());
        put(headers, SOURCE, service);
        put(headers, TYPE, event.type());
        put(headers, SUBJECT, event.subject());
        put(headers, TIME, event.time().toString());
        put(headers, CONTENT_TYPE, "application/json");
        if (event.traceparent() != null) {
            put(headers, TRACE_PARENT, event.traceparent());
            put(headers, TraceContext.HEADER, event.traceparent());
        }
        return message;
    }

    /** The header's text; null where there is none. */
    static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Sets the header, in place of any of that name. */
    static void put(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }
}
