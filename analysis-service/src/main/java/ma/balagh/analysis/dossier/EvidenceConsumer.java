package ma.balagh.analysis.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears from intake which evidence was secured, seen again or erased. */
@ApplicationScoped
class EvidenceConsumer {

    private final EventReceiver receiver;
    private final DossierPlacementService placement;

    EvidenceConsumer(EventReceiver receiver, DossierPlacementService placement) {
        this.receiver = receiver;
        this.placement = placement;
    }

    @Incoming("evidence")
    Uni<Void> on(Message<byte[]> message) {
        return receiver.receive(message, EvidenceEvent.class, placement::apply);
    }
}
