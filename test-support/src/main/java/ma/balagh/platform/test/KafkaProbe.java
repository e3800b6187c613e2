package ma.balagh.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.EventType;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Looks at the topics, and writes to them, from outside the application under test. */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final Producer<String, byte[]> producer;
    private final Map<String, TopicReader> readers = new ConcurrentHashMap<>();

    public KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends an event as its owner would: CloudEvents 1.0, binary mode. Returns the event's id. */
    public UUID publish(Event event) {
        var eventId = IdGenerator.next();
        publish(eventId, event);
        return eventId;
    }

    /** The same with an id of the caller's choice, to send one event twice. */
    public void publish(UUID eventId, Event event) {
        var type = EventType.of(event);
        send(
                type.topic().topicName(),
                event.subject().toString(),
                EventJsonMapper.write(event),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_source", type.topic().owner().serviceName(),
                        "ce_type", type.typeName(),
                        "ce_subject", event.subject().toString(),
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json"));
    }

    /** Sends any bytes: what a broken or hostile producer would write. Returns after the broker's acknowledgement. */
    public void send(String topic, String key, byte[] value, Map<String, String> headers) {
        var message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending to " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot send to " + topic, e.getCause());
        }
    }

    /** Everything that stands on a topic now, oldest first within each key. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return reader(topic).all();
    }

    /** All events of one record class that stand on its topic now. */
    public <E extends Event> List<E> events(Class<E> event) {
        return records(topicOf(event).topicName()).stream()
                .filter(found -> isA(event, found))
                .map(found -> event.cast(read(event, found)))
                .toList();
    }

    /**
     * Waits for an event, wherever on its topic it stands.
     *
     * @throws AssertionError when none comes within twenty seconds
     */
    public <E extends Event> E await(Class<E> event, Predicate<E> condition) {
        var topic = topicOf(event).topicName();
        var found = awaitRecord(topic, candidate -> isA(event, candidate) && condition.test(read(event, candidate)));
        return read(event, found);
    }

    /**
     * Waits for an event, and then a while longer, in which a duplicate would come: an outbox is relayed within
     * milliseconds of the commit.
     *
     * @throws AssertionError when none comes within twenty seconds, or another one after it
     */
    public <E extends Event> E awaitOnly(Class<E> event, Predicate<E> condition) {
        await(event, condition);
        var quietUntil = System.nanoTime() + QUIET.toNanos();
        while (System.nanoTime() < quietUntil) {
            LockSupport.parkNanos(quietUntil - System.nanoTime());
        }
        var found = events(event).stream().filter(condition).toList();
        if (found.size() > 1) {
            throw new AssertionError(found.size() + " events came where one was expected: " + found);
        }
        return found.getFirst();
    }

    /** Waits for any record that fulfils the condition; {@link #header} reads its headers. */
    public ConsumerRecord<String, byte[]> awaitRecord(
            String topic, Predicate<ConsumerRecord<String, byte[]>> condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        int seen = 0;
        while (System.nanoTime() < deadline) {
            var news = reader(topic).after(seen);
            for (var found : news) {
                if (condition.test(found)) {
                    return found;
                }
            }
            seen += news.size();
        }
        throw new AssertionError("nothing of that kind came on " + topic + " within " + PATIENCE);
    }

    /** What a consumer has put aside from a topic. */
    public List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic, SuiteService consumer) {
        return records(topic.deadLetterTopicName(consumer));
    }

    /** The text of a record's header; empty when it has none of that name. */
    public static String header(ConsumerRecord<String, byte[]> from, String name) {
        var header = from.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        readers.values().forEach(TopicReader::close);
    }

    private TopicReader reader(String topic) {
        return readers.computeIfAbsent(topic, _ -> new TopicReader(bootstrapServers, topic));
    }

    private static Topic topicOf(Class<? extends Event> event) {
        return typeOf(event).topic();
    }

    private static EventType typeOf(Class<? extends Event> event) {
        return List.of(EventType.values()).stream()
                .filter(type -> type.recordClass() == event)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event + " is no event"));
    }

    private static boolean isA(Class<? extends Event> event, ConsumerRecord<String, byte[]> found) {
        return header(found, "ce_type").equals(typeOf(event).typeName());
    }

    private static <E extends Event> E read(Class<E> event, ConsumerRecord<String, byte[]> found) {
        try {
            return event.cast(EventJsonMapper.read(typeOf(event), found.value()));
        } catch (IOException e) {
            throw new AssertionError("an unreadable " + event.getSimpleName() + " stands on " + found.topic(), e);
        }
    }
}
