package ma.balagh.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import ma.balagh.platform.test.TestPlatform;

/** One replica's relay with all that belongs to it, wired by hand. */
final class RelayReplica {

    private final SimpleMeterRegistry metrics;
    private final EventProducer broker;
    private final OutboxRelay relay;

    private RelayReplica(SimpleMeterRegistry metrics, EventProducer broker, OutboxRelay relay) {
        this.metrics = metrics;
        this.broker = broker;
        this.relay = relay;
    }

    static RelayReplica start(TestPlatform platform, MessagingConfig config, Clock clock) {
        var metrics = new SimpleMeterRegistry();
        var broker = new EventProducer(
                Map.of(
                        "bootstrap.servers", platform.bootstrapServers(),
                        "max.block.ms", 1000,
                        "request.timeout.ms", 500,
                        "delivery.timeout.ms", 1000),
                "analysis");
        var postgres = platform.postgres();
        var database =
                ListeningConnection.dedicated(postgres.jdbcUrl(), postgres.user(), postgres.password(), "outbox-relay");
        var relay = new OutboxRelay(
                database, new OutboxSender(broker, "analysis"), new OutboxMetrics(metrics, clock), config);
        relay.start();
        return new RelayReplica(metrics, broker, relay);
    }

    double metric(String name) {
        return metrics.get(name).meter().measure().iterator().next().getValue();
    }

    void stop() {
        relay.stop();
        broker.close();
    }
}
