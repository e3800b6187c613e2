package ma.balagh.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker beside a {@link TestPostgres}, whose initial argument {@code service} it takes: what a
 * {@code @QuarkusTest} of a service needs.
 */
public final class TestPlatform implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private final TestPostgres postgres = new TestPostgres();
    private @Nullable TestKafka broker;
    private @Nullable KafkaProbe kafka;

    /** For Quarkus; a plain JUnit test calls {@link #startFor}. */
    public TestPlatform() {}

    /** The platform without Quarkus, for a plain JUnit test that closes it. */
    public static TestPlatform startFor(String service) {
        var platform = new TestPlatform();
        platform.init(Map.of("service", service));
        platform.start();
        return platform;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        postgres.init(initArgs);
    }

    /** Returns the configuration that makes an application use this platform. */
    @Override
    public Map<String, String> start() {
        try {
            var configuration = new HashMap<>(postgres.start());
            broker = TestKafka.start();
            kafka = new KafkaProbe(bootstrapServers());
            configuration.put("kafka.bootstrap.servers", bootstrapServers());
            return configuration;
        } catch (IOException e) {
            stop();
            throw new IllegalStateException("the test platform does not start", e);
        }
    }

    public TestPostgres postgres() {
        return postgres;
    }

    public String bootstrapServers() {
        return started(broker).bootstrapServers();
    }

    /** Ends with the platform. */
    public KafkaProbe kafka() {
        return started(kafka);
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(kafka(), new TestInjector.MatchesType(KafkaProbe.class));
    }

    @Override
    public void stop() {
        try (postgres;
                var ending = broker;
                var endingFirst = kafka) {
            broker = null;
            kafka = null;
        } catch (IOException e) {
            throw new IllegalStateException("the test platform does not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the test platform is not started");
        }
        return part;
    }
}
