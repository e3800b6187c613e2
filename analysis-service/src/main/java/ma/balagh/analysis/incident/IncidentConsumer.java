package ma.balagh.analysis.incident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.messaging.Inbound;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears from dispatch what became of a presumed offence. */
@ApplicationScoped
class IncidentConsumer {

    private final Inbound inbound;
    private final Incidents incidents;

    IncidentConsumer(Inbound inbound, Incidents incidents) {
        this.inbound = inbound;
        this.incidents = incidents;
    }

    @Incoming("incidents")
    Uni<Void> on(Message<byte[]> message) {
        return inbound.receive(message, IncidentEvent.class, incidents::apply);
    }
}
