package ma.balagh.analysis.incident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears from dispatch what became of a presumed offence. */
@ApplicationScoped
class IncidentConsumer {

    private final EventReceiver receiver;
    private final IncidentCopyService incidents;

    IncidentConsumer(EventReceiver receiver, IncidentCopyService incidents) {
        this.receiver = receiver;
        this.incidents = incidents;
    }

    @Incoming("incidents")
    Uni<Void> on(Message<byte[]> message) {
        return receiver.receive(message, IncidentEvent.class, incidents::apply);
    }
}
