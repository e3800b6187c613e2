package ma.balagh.dispatch.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.ExaminationEvent;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the other services tell that only the clocks are interested in. */
@ApplicationScoped
class ClockConsumer {

    private final EventReceiver receiver;
    private final ClockService clocks;

    ClockConsumer(EventReceiver receiver, ClockService clocks) {
        this.receiver = receiver;
        this.clocks = clocks;
    }

    @Incoming("reports")
    Uni<Void> onReport(Message<byte[]> message) {
        return receiver.receive(message, ReportEvent.class, clocks::apply);
    }

    @Incoming("evidence")
    Uni<Void> onEvidence(Message<byte[]> message) {
        return receiver.receive(message, EvidenceEvent.class, clocks::apply);
    }

    @Incoming("examinations")
    Uni<Void> onExamination(Message<byte[]> message) {
        return receiver.receive(message, ExaminationEvent.class, clocks::apply);
    }

    @Incoming("dossiers")
    Uni<Void> onDossier(Message<byte[]> message) {
        return receiver.receive(message, DossierEvent.class, clocks::apply);
    }
}
