package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.contracts.EventType;
import org.jdbi.v3.core.Jdbi;

/** Makes processing happen once: the event's id and everything its handler writes stand in one transaction. */
@ApplicationScoped
class Inbox {

    private final Jdbi jdbi;

    Inbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs the handler unless the event was processed before; false for such a duplicate. */
    @ActivateRequestContext
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean once(UUID eventId, EventType type, Runnable handler) {
        var isNew = jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into inbox (event_id, type) values (:eventId, :type) on conflict do nothing")
                        .bind("eventId", eventId)
                        .bind("type", type.typeName())
                        .execute())
                == 1;
        if (isNew) {
            handler.run();
        }
        return isNew;
    }
}
