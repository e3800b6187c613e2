package ma.balagh.dispatch.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.MisconductEvent;
import ma.balagh.messaging.Inbound;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What analysis tells about misconduct, on the topic that nobody else may read. */
@ApplicationScoped
class MisconductConsumer {

    private final Inbound inbound;
    private final Inquiries inquiries;

    MisconductConsumer(Inbound inbound, Inquiries inquiries) {
        this.inbound = inbound;
        this.inquiries = inquiries;
    }

    @Incoming("misconduct")
    Uni<Void> on(Message<byte[]> message) {
        return inbound.receive(message, MisconductEvent.class, inquiries::apply);
    }
}
