package ma.balagh.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final DataSource dedicated;
    private final OutboxSender sender;
    private final OutboxMetrics lag;
    private final MessagingConfig config;
    private final Backoff backoff;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    OutboxRelay(DataSource dedicated, OutboxSender sender, OutboxMetrics lag, MessagingConfig config) {
        this.dedicated = dedicated;
        this.sender = sender;
        this.lag = lag;
        this.config = config;
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
        var limit = config.outboxBatch();
        var batch = session.oldest(limit, Set.of());
        if (!batch.isEmpty()) {
            lag.waiting(
                    batch.size() < limit ? batch.size() : session.count(),
                    batch.getFirst().time());
        }
        var failing = new HashSet<>(relay(session, batch));
        boolean all = batch.size() < limit;
        // However many events wait for a topic that takes none, those of the other topics come after them.
        while (!failing.isEmpty() && batch.size() == limit) {
            batch = session.oldest(limit, failing);
            failing.addAll(relay(session, batch));
        }
        if (!failing.isEmpty()) {
            Thread.sleep(backoff.next());
            return;
        }
        backoff.reset();
        if (all) {
            lag.nothingWaits();
            session.tidy();
            session.awaitNotification(config.outboxPoll());
        }
    }

    /** Returns the topics of the events that were not acknowledged. */
    private Set<String> relay(RelaySession session, List<OutboxEvent> batch) throws SQLException, InterruptedException {
        var acknowledged = sender.send(batch);
        if (!acknowledged.isEmpty()) {
            session.delete(acknowledged);
            lag.sent(acknowledged);
        }
        return batch.stream()
                .filter(event -> !acknowledged.contains(event))
                .map(OutboxEvent::topic)
                .collect(Collectors.toSet());
    }
}
