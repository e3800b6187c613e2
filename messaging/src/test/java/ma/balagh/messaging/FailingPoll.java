package ma.balagh.messaging;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Has a poll fail with an {@code Error}, once, when it has fetched a record and moved the consumer's position behind it. */
public class FailingPoll implements ConsumerInterceptor<String, byte[]> {

    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

    static void failAt(String key) {
        KEYS.add(key);
    }

    static boolean isAwaited() {
        return !KEYS.isEmpty();
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        for (var polled : records) {
            if (KEYS.remove(polled.key())) {
                throw new OutOfMemoryError("for a test");
            }
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
