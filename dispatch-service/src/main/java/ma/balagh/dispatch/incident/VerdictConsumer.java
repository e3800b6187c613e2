package ma.balagh.dispatch.incident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.dispatch.clock.Clocks;
import ma.balagh.messaging.Inbound;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What analysis tells about verdicts opens incidents and stops clocks, in one transaction. */
@ApplicationScoped
class VerdictConsumer {

    private final Inbound inbound;
    private final Incidents incidents;
    private final Clocks clocks;

    VerdictConsumer(Inbound inbound, Incidents incidents, Clocks clocks) {
        this.inbound = inbound;
        this.incidents = incidents;
        this.clocks = clocks;
    }

    @Incoming("verdicts")
    Uni<Void> on(Message<byte[]> message) {
        return inbound.receive(message, VerdictEvent.class, event -> {
            incidents.apply(event);
            clocks.apply(event);
        });
    }
}
