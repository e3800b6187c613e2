package ma.balagh.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for PostgreSQL notifications of commits, the service's own and those of other replicas. */
@Singleton
public final class NotificationListener {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);

    private final AgroalDataSource pool;
    private final MessagingConfig config;

    NotificationListener(AgroalDataSource pool, MessagingConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Runs the action at every notification of the channel, and whenever some may have been missed. It must be quick and
     * throw nothing. Notifications cease while the database is away: whoever relies on them polls as well, now and then.
     *
     * @param channel a plain identifier
     */
    public Listener listen(String channel, Runnable action) {
        return new Listener(ListeningConnection.dedicated(pool, channel + "-listener"), channel, action, config);
    }

    /** Listens until it is closed, on a virtual thread. */
    public static final class Listener implements AutoCloseable {

        private final DataSource dedicated;
        private final String channel;
        private final Runnable action;
        private final Duration poll;
        private final Backoff backoff;
        private final Thread thread;
        private volatile boolean closed;

        Listener(DataSource dedicated, String channel, Runnable action, MessagingConfig config) {
            this.dedicated = dedicated;
            this.channel = channel;
            this.action = action;
            this.poll = config.outboxPoll();
            this.backoff = new Backoff(config.retryFirst(), config.outboxPoll());
            this.thread = Thread.ofVirtual().name(channel + "-listener").unstarted(this::run);
            thread.start();
        }

        private void run() {
            try {
                while (!closed) {
                    listenOnOneConnection();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void listenOnOneConnection() throws InterruptedException {
            try (var connection = ListeningConnection.open(dedicated)) {
                connection.listen(channel);
                backoff.reset();
                action.run();
                while (!closed) {
                    if (connection.awaitNotification(poll)) {
                        action.run();
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    var wait = backoff.next();
                    LOG.atWarn()
                            .addKeyValue("channel", channel)
                            .addKeyValue("wait", wait)
                            .setCause(e)
                            .log("Listening starts again");
                    Thread.sleep(wait);
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            thread.interrupt();
        }
    }
}
