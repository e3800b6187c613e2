package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records that cannot be processed to {@code <topic>.<consumer>.dlq}, with key, body and headers unchanged, and
 * headers that say why and where they come from. {@link DeadLetterReplayer} gives them to the service again; a record
 * that fails again becomes a dead letter again, with its count increased.
 */
@ApplicationScoped
class DeadLetterWriter {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Why, in words. */
    static final String REASON = "dlq_reason";
    /** Class of the exception behind it. */
    static final String EXCEPTION = "dlq_exception";
    /** Topic, partition and offset that it was read from at first. */
    static final String TOPIC = "dlq_topic";

    static final String PARTITION = "dlq_partition";
    static final String OFFSET = "dlq_offset";
    /** Service that could not process it. */
    static final String CONSUMER = "dlq_consumer";
    /** When it was put aside, RFC 3339. */
    static final String TIME = "dlq_time";
    /** How often it was. */
    static final String COUNT = "dlq_count";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final EventProducer broker;
    private final Clock clock;
    private final String service;

    DeadLetterWriter(EventProducer broker, Clock clock, @ConfigProperty(name = "balagh.service") String service) {
        this.broker = broker;
        this.clock = clock;
        this.service = service;
    }

    /** Returns after the broker's acknowledgement. */
    void put(ConsumerRecord<String, byte[]> message, Throwable reason) throws ExecutionException, InterruptedException {
        var isReplayed = message.topic().endsWith(topic("", service));
        var letter = new ProducerRecord<String, byte[]>(
                isReplayed ? message.topic() : topic(message.topic(), service),
                null,
                message.key(),
                message.value(),
                message.headers());
        var headers = letter.headers();
        CloudEventHeaders.put(headers, REASON, String.valueOf(reason.getMessage()));
        CloudEventHeaders.put(headers, EXCEPTION, rootOf(reason).getClass().getName());
        if (!isReplayed) {
            CloudEventHeaders.put(headers, TOPIC, message.topic());
            CloudEventHeaders.put(headers, PARTITION, Integer.toString(message.partition()));
            CloudEventHeaders.put(headers, OFFSET, Long.toString(message.offset()));
        }
        CloudEventHeaders.put(headers, CONSUMER, service);
        CloudEventHeaders.put(headers, TIME, clock.instant().toString());
        CloudEventHeaders.put(headers, COUNT, Long.toString(isReplayed ? countOf(message) + 1 : 1));
        broker.send(letter).get();
        RecordLogWriter.about(
                        LOG.atError(),
                        message.topic(),
                        line -> line.addKeyValue("partition", message.partition())
                                .addKeyValue("offset", message.offset())
                                .addKeyValue(
                                        "exception", rootOf(reason).getClass().getName()))
                .log("A record that cannot be processed became a dead letter");
    }

    /** Where {@code service} puts what it cannot process of a topic. */
    static String topic(String of, String service) {
        return of + "." + service + ".dlq";
    }

    /** 1 where it is not told, as of a letter that a person wrote. */
    private static long countOf(ConsumerRecord<String, byte[]> letter) {
        var text = CloudEventHeaders.text(letter.headers(), COUNT);
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : 1;
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
