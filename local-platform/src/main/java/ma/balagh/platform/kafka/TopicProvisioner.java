package ma.balagh.platform.kafka;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the suite's topics explicitly: a misspelt name must fail rather than create a topic that nobody reads. */
public final class TopicProvisioner {

    private static final int PARTITIONS = 3;
    private static final short REPLICAS = 1;
    /** Events are the memory of what happened between services: they are kept until somebody decides otherwise. */
    private static final Map<String, String> EVENT_SETTINGS =
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.CLEANUP_POLICY_CONFIG, "delete");

    private TopicProvisioner() {}

    /** Creates what is missing, waiting at most {@code timeout} for the broker. */
    public static void create(String bootstrapServers, Duration timeout) {
        var milliseconds = (int) timeout.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        try (var admin = Admin.create(settings)) {
            for (var created : admin.createTopics(all()).values().values()) {
                await(created, milliseconds, bootstrapServers);
            }
        }
    }

    /** A topic that exists is as good as a created one. */
    private static void await(KafkaFuture<Void> created, int milliseconds, String bootstrapServers) {
        try {
            created.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create the topics at " + bootstrapServers, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker at " + bootstrapServers + " does not answer", e);
        }
    }

    /** Names of all topics, with a dead-letter topic for each consumer. */
    public static List<String> names() {
        return Arrays.stream(Topic.values())
                .flatMap(TopicProvisioner::withDeadLetters)
                .toList();
    }

    /**
     * Names of all groups that read: each service, and each service replaying its dead letters. A broker that has just
     * started lists only the groups that it has loaded so far.
     */
    static Set<String> groups() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.consumers().stream())
                .flatMap(service -> Stream.of(service.serviceName(), service.serviceName() + ".replay"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> withDeadLetters(Topic topic) {
        return Stream.concat(
                Stream.of(topic.topicName()), topic.consumers().stream().map(topic::deadLetterTopicName));
    }

    private static List<NewTopic> all() {
        return names().stream()
                .map(name -> new NewTopic(name, PARTITIONS, REPLICAS).configs(EVENT_SETTINGS))
                .toList();
    }
}
