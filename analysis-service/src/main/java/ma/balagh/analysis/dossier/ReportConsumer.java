package ma.balagh.analysis.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears from intake which reports came in and what their receipts show. */
@ApplicationScoped
class ReportConsumer {

    private final EventReceiver receiver;
    private final ReportArrivalService arrival;

    ReportConsumer(EventReceiver receiver, ReportArrivalService arrival) {
        this.receiver = receiver;
        this.arrival = arrival;
    }

    @Incoming("reports")
    Uni<Void> on(Message<byte[]> message) {
        return receiver.receive(message, ReportEvent.class, arrival::apply);
    }
}
