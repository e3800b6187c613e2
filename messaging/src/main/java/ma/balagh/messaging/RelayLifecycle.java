package ma.balagh.messaging;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts the relay once the application is up (its database is migrated then) and stops it before the pool closes. */
@Singleton
final class RelayLifecycle {

    private final Relay relay;

    RelayLifecycle(AgroalDataSource pool, OutboxSender sender, OutboxLag lag, MessagingConfig config, Clock clock) {
        this.relay = new Relay(dedicated(pool), sender, lag, config, clock);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
    }

    /** Single connections to the pool's database, with its credentials. */
    static DataSource dedicated(AgroalDataSource pool) {
        var settings = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var dedicated = new PGSimpleDataSource();
        dedicated.setUrl(settings.jdbcUrl());
        if (settings.principal() != null) {
            dedicated.setUser(settings.principal().getName());
        }
        for (var credential : settings.credentials()) {
            if (credential instanceof SimplePassword password) {
                dedicated.setPassword(password.getWord());
            }
        }
        dedicated.setApplicationName("outbox-relay");
        dedicated.setConnectTimeout(10);
        dedicated.setSocketTimeout(20);
        dedicated.setTcpKeepAlive(true);
        // A replica whose machine vanished must not keep the lock for the two hours of the system's default.
        dedicated.setOptions("-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
        return dedicated;
    }
}
