package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.EventType;

/**
 * Makes processing happen once: the event's id and everything its handler writes stand in one transaction. The pool gives
 * everybody in a transaction the same connection, whichever library the handler writes with.
 */
@ApplicationScoped
class Inbox {

    private static final String INSERT = "insert into inbox (event_id, type) values (?, ?) on conflict do nothing";

    private final DataSource pool;

    Inbox(DataSource pool) {
        this.pool = pool;
    }

    /** Runs the handler unless the event was processed before; false for such a duplicate. */
    @ActivateRequestContext
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean once(UUID eventId, EventType type, Runnable handler) {
        var isNew = insert(eventId, type);
        if (isNew) {
            handler.run();
        }
        return isNew;
    }

    private boolean insert(UUID eventId, EventType type) {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, eventId);
            insert.setString(2, type.typeName());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("an event cannot be written into the inbox", e);
        }
    }
}
