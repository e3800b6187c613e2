package ma.balagh.messaging;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the relay once the application is up (its database is migrated then) and stops it before the pool closes. */
@Singleton
final class RelayLifecycle {

    private final OutboxRelay relay;
    private final boolean isOn;

    RelayLifecycle(AgroalDataSource pool, OutboxSender sender, OutboxMetrics lag, MessagingConfig config) {
        this.relay = new OutboxRelay(ListeningConnection.dedicated(pool, "outbox-relay"), sender, lag, config);
        this.isOn = config.relay();
    }

    void start(@Observes StartupEvent event) {
        if (isOn) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
    }
}
