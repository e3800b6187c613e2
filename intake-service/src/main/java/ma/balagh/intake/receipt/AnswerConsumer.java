package ma.balagh.intake.receipt;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.ForwardingEvent;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to what may answer a report. */
@ApplicationScoped
class AnswerConsumer {

    private final EventReceiver receiver;
    private final AnswerService answers;

    AnswerConsumer(EventReceiver receiver, AnswerService answers) {
        this.receiver = receiver;
        this.answers = answers;
    }

    @Incoming("dossiers")
    Uni<Void> dossiers(Message<byte[]> message) {
        return receiver.receive(message, DossierEvent.class, answers::apply);
    }

    @Incoming("forwardings")
    Uni<Void> forwardings(Message<byte[]> message) {
        return receiver.receive(message, ForwardingEvent.class, answers::apply);
    }

    @Incoming("verdicts")
    Uni<Void> verdicts(Message<byte[]> message) {
        return receiver.receive(message, VerdictEvent.class, answers::apply);
    }

    @Incoming("incidents")
    Uni<Void> incidents(Message<byte[]> message) {
        return receiver.receive(message, IncidentEvent.class, answers::apply);
    }
}
