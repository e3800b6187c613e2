package ma.balagh.messaging;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts the relay once the application is up (its database is migrated then) and stops it before the pool closes. */
@Singleton
final class RelayLifecycle {

    private final Relay relay;

    RelayLifecycle(AgroalDataSource pool, OutboxSender sender, OutboxLag lag, MessagingConfig config) {
        this.relay = new Relay(dedicated(pool), sender, lag, config);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
    }

    private static DataSource dedicated(AgroalDataSource pool) {
        var settings = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var user = settings.principal() == null ? null : settings.principal().getName();
        var password = settings.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .map(credential -> ((SimplePassword) credential).getWord())
                .findFirst()
                .orElse(null);
        return dedicated(settings.jdbcUrl(), user, password);
    }

    /** Single connections beside the pool, as the relay needs them. */
    static DataSource dedicated(String url, @Nullable String user, @Nullable String password) {
        var dedicated = new PGSimpleDataSource();
        dedicated.setUrl(url);
        dedicated.setUser(user);
        dedicated.setPassword(password);
        dedicated.setApplicationName("outbox-relay");
        dedicated.setConnectTimeout(10);
        dedicated.setSocketTimeout(20);
        dedicated.setTcpKeepAlive(true);
        // A replica whose machine vanished must not keep the lock for the two hours of the system's default.
        dedicated.setOptions("-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
        return dedicated;
    }
}
