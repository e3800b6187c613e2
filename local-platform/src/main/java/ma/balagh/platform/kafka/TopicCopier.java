package ma.balagh.platform.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import ma.balagh.platform.part.SuiteException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Copies the records of the suite's topics and the consumer groups' offsets, to and from files. */
public final class TopicCopier implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofMillis(200);

    /**
     * Where the topics end, and what the groups have said is done.
     *
     * @param ends number of records of each partition, named {@code topic/partition}
     * @param groups for each group the number of records that are done, by partition
     */
    public record Ends(Map<String, Long> ends, Map<String, Map<String, Long>> groups) {

        public long records() {
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Header(String key, byte @Nullable [] value) {}

    private record Line(long time, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

        static Line of(ConsumerRecord<byte[], byte[]> read) {
            var headers = new ArrayList<Header>();
            read.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
            return new Line(read.timestamp(), read.key(), read.value(), headers);
        }

        ProducerRecord<byte @Nullable [], byte @Nullable []> to(TopicPartition partition) {
            ProducerRecord<byte @Nullable [], byte @Nullable []> sent =
                    new ProducerRecord<>(partition.topic(), partition.partition(), time, key, value);
            headers.forEach(header -> sent.headers().add(new RecordHeader(header.key(), header.value())));
            return sent;
        }
    }

    private final String bootstrapServers;
    private final Admin admin;
    private final Map<TopicPartition, Long> firsts;

    /** Connects, and learns where the topics begin. */
    public TopicCopier(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.firsts = offsets(partitions(), OffsetSpec.earliest());
    }

    /**
     * How far the groups are and where the topics end, in that order: a dead letter that a group has left behind lies
     * before the ends then.
     */
    public Ends ends() {
        var groups = new TreeMap<String, Map<String, Long>>();
        TopicProvisioner.groups().forEach(group -> groups.put(group, done(group)));
        groups.values().removeIf(Map::isEmpty);
        var ends = new TreeMap<String, Long>();
        offsets(List.copyOf(firsts.keySet()), OffsetSpec.latest())
                .forEach((partition, end) -> ends.put(name(partition), end - first(partition)));
        return new Ends(ends, groups);
    }

    private Map<String, Long> done(String group) {
        var done = new TreeMap<String, Long>();
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && firsts.containsKey(partition)) {
                        done.put(name(partition), Math.max(0, offset.offset() - first(partition)));
                    }
                });
        return done;
    }

    /** Writes every record before the ends into files of {@code directory}, one for each partition that has any. */
    public void write(Ends ends, Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var first : firsts.entrySet()) {
                var records = ends.ends().getOrDefault(name(first.getKey()), 0L);
                if (records > 0) {
                    consumer.assign(List.of(first.getKey()));
                    consumer.seek(first.getKey(), first.getValue());
                    try (var out = writer(file(directory, first.getKey()))) {
                        write(consumer, first.getKey(), first.getValue() + records, out);
                    }
                }
            }
        }
    }

    /** Fills topics that have no records yet, and tells each group's progress. */
    public void read(Ends ends, Path directory) throws IOException {
        if (ends().records() > 0) {
            throw new SuiteException("The topics at " + bootstrapServers + " have records already.");
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true);
        try (var producer = new KafkaProducer<byte @Nullable [], byte @Nullable []>(
                settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var partition : firsts.keySet()) {
                if (ends.ends().getOrDefault(name(partition), 0L) > 0) {
                    try (var in = reader(file(directory, partition))) {
                        for (var line = in.readLine(); line != null; line = in.readLine()) {
                            producer.send(JSON.readValue(line, Line.class).to(partition));
                        }
                    }
                }
            }
            producer.flush();
        }
        var filled = ends();
        if (!filled.ends().equals(ends.ends())) {
            throw new SuiteException(
                    "The topics have %d records after %d were sent.".formatted(filled.records(), ends.records()));
        }
        for (var group : ends.groups().entrySet()) {
            var done = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var partition : firsts.keySet()) {
                var records = group.getValue().get(name(partition));
                if (records != null) {
                    done.put(partition, new OffsetAndMetadata(first(partition) + records));
                }
            }
            if (!done.isEmpty()) {
                await(admin.alterConsumerGroupOffsets(group.getKey(), done).all());
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static void write(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, BufferedWriter out)
            throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            var records = consumer.poll(POLL);
            for (var read : records) {
                if (read.offset() < end) {
                    out.write(JSON.writeValueAsString(Line.of(read)));
                    out.newLine();
                }
            }
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new SuiteException("Kafka gives no records of " + partition + ".");
            }
        }
    }

    private List<TopicPartition> partitions() {
        return described().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** A broker that has just made topics may not know them for a moment. */
    private Map<String, TopicDescription> described() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return await(admin.describeTopics(TopicProvisioner.names()).allTopicNames());
            } catch (SuiteException e) {
                boolean isNew =
                        e.getCause() != null && e.getCause().getCause() instanceof UnknownTopicOrPartitionException;
                if (!isNew || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        var wanted = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return await(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new SuiteException("Kafka refuses: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new SuiteException("Kafka does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted", e);
        }
    }

    private long first(TopicPartition partition) {
        return firsts.getOrDefault(partition, 0L);
    }

    private static String name(TopicPartition partition) {
        return partition.topic() + "/" + partition.partition();
    }

    private static Path file(Path directory, TopicPartition partition) {
        return directory.resolve(partition.topic() + "-" + partition.partition() + ".jsonl.gz");
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
