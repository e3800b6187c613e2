package ma.balagh.messaging;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes committed events from the outbox to Kafka: one replica's relay at a time, in order, at least once. A row leaves
 * the table only after the broker acknowledged it; whatever fails in between is sent again with the same id.
 *
 * <p>Its virtual thread blocks in a socket read while nothing is published. Interrupting it there closes the connection,
 * which is how it stops at once and lets another replica go on.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration PRUNING_INTERVAL = Duration.ofHours(1);

    private final DataSource dedicated;
    private final OutboxSender sender;
    private final OutboxLag lag;
    private final MessagingConfig config;
    private final Clock clock;
    private final Backoff backoff;
    private volatile boolean stopped;
    private @Nullable Thread thread;
    private Instant nextPruning = Instant.EPOCH;

    Relay(DataSource dedicated, OutboxSender sender, OutboxLag lag, MessagingConfig config, Clock clock) {
        this.dedicated = dedicated;
        this.sender = sender;
        this.lag = lag;
        this.config = config;
        this.clock = clock;
        this.backoff = new Backoff(config.retryFirst(), config.outboxPoll());
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    /** Returns when the relay has ended or, should something hold it up, after two seconds. */
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!stopped) {
                relayOnOneConnection();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayOnOneConnection() throws InterruptedException {
        try (var session = RelaySession.open(dedicated)) {
            while (!session.tryToLead()) {
                Thread.sleep(config.outboxStandby());
            }
            LOG.info("This replica relays the outbox");
            while (!stopped) {
                relayOnce(session);
            }
        } catch (SQLException | RuntimeException | Error e) { // a relay that ended would be missed by nobody
            if (!stopped) {
                var wait = backoff.next();
                LOG.atWarn().addKeyValue("wait", wait).setCause(e).log("The outbox relay starts again");
                Thread.sleep(wait);
            }
        } finally {
            lag.nothingWaits();
        }
    }

    private void relayOnce(RelaySession session) throws SQLException, InterruptedException {
        var batch = session.oldest(config.outboxBatch());
        if (batch.isEmpty()) {
            lag.nothingWaits();
            backoff.reset();
            pruneInbox(session);
            session.awaitNotification(config.outboxPoll());
            return;
        }
        var isAll = batch.size() < config.outboxBatch();
        lag.waiting(isAll ? batch.size() : session.count(), batch.getFirst().time());
        var acknowledged = sender.send(batch);
        if (!acknowledged.isEmpty()) {
            session.delete(acknowledged);
            lag.sent(acknowledged.size());
        }
        if (acknowledged.size() < batch.size()) {
            Thread.sleep(backoff.next());
        } else {
            backoff.reset();
        }
    }

    private void pruneInbox(RelaySession session) throws SQLException {
        var now = clock.instant();
        if (now.isBefore(nextPruning)) {
            return;
        }
        session.forgetProcessedBefore(OffsetDateTime.ofInstant(now.minus(config.inboxRetention()), ZoneOffset.UTC));
        nextPruning = now.plus(PRUNING_INTERVAL);
    }
}
