package ma.balagh.messaging;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A connection beside the pool that hears what commits notify. Whoever waits on it blocks in a socket read; a virtual
 * thread that is interrupted there closes the connection, and so stops at once.
 */
final class ListeningConnection implements AutoCloseable {

    private final Connection connection;

    private ListeningConnection(Connection connection) {
        this.connection = connection;
    }

    static ListeningConnection open(DataSource dedicated) throws SQLException {
        return new ListeningConnection(dedicated.getConnection());
    }

    Connection connection() {
        return connection;
    }

    /** To be called before the first look at what it tells of, so that nothing is missed in between. */
    void listen(String channel) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
    }

    /** Returns early, and true, when something was notified since the last call. */
    boolean awaitNotification(Duration timeout) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(timeout.toMillis()));
        return heard != null && heard.length > 0;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Single connections to the pool's database. */
    static DataSource dedicated(AgroalDataSource pool, String applicationName) {
        var settings = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var user = settings.principal() == null ? null : settings.principal().getName();
        var password = settings.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .map(credential -> ((SimplePassword) credential).getWord())
                .findFirst()
                .orElse(null);
        return dedicated(settings.jdbcUrl(), user, password, applicationName);
    }

    static DataSource dedicated(String url, @Nullable String user, @Nullable String password, String applicationName) {
        var dedicated = new PGSimpleDataSource();
        dedicated.setUrl(url);
        dedicated.setUser(user);
        dedicated.setPassword(password);
        dedicated.setApplicationName(applicationName);
        dedicated.setConnectTimeout(10);
        dedicated.setSocketTimeout(20);
        dedicated.setTcpKeepAlive(true);
        // A replica whose machine vanished must not keep a lock for the two hours of the system's default. And the
        // relay
        // waits for no disk: if a crash brings back rows that it deleted last, they end at the consumers' inboxes.
        dedicated.setOptions("-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
                + " -c synchronous_commit=off");
        return dedicated;
    }
}
