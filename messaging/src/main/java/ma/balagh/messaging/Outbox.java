package ma.balagh.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.EventType;
import ma.balagh.contracts.IdGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a service says what happened. The event is a row of the caller's transaction: it is told exactly when the change
 * that it tells of is committed. The {@link OutboxRelay} sends it a moment later.
 *
 * <p>Order: events of one subject are sent in the order of their rows. That is the order in which things happened as long
 * as a transaction changes (and so locks) its aggregate before it publishes.
 */
@ApplicationScoped
public class Outbox {

    /** A little less than what a Kafka broker takes (1 MiB), so that no row can ever be refused for its size. */
    static final int MAX_PAYLOAD_BYTES = 900_000;

    private static final String INSERT = """
            insert into outbox (id, topic, type, subject, time, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource pool;
    private final RelayNotifier bell;
    private final Clock clock;
    private final String service;

    Outbox(DataSource pool, RelayNotifier bell, Clock clock, @ConfigProperty(name = "balagh.service") String service) {
        this.pool = pool;
        this.bell = bell;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Publishes an event with the current transaction; topic, key and type are those of its {@link EventType}.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException for an event of another service, or one that is too large for a message: large
     *     things travel by reference
     */
    public void publish(Event event) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("an event is published inside the transaction that it tells of");
        }
        var type = EventType.of(event);
        if (!type.topic().owner().serviceName().equals(service)) {
            throw new IllegalArgumentException(type.typeName() + " is not published by " + service);
        }
        var payload = EventJsonMapper.write(event);
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(type.typeName() + " is too large: " + payload.length + " bytes");
        }
        insert(event, type, payload);
        bell.ringAtCommit();
    }

    private void insert(Event event, EventType type, byte[] payload) {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, IdGenerator.next());
            insert.setString(2, type.topic().topicName());
            insert.setString(3, type.typeName());
            insert.setString(4, event.subject().toString());
            insert.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(6, TraceContext.current());
            insert.setBytes(7, payload);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(type.typeName() + " cannot be written into the outbox", e);
        }
    }
}
