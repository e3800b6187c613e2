package ma.balagh.dispatch.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.MisconductEvent;
import ma.balagh.messaging.EventReceiver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What analysis tells about misconduct, on the topic that nobody else may read. */
@ApplicationScoped
class MisconductConsumer {

    private final EventReceiver receiver;
    private final InquiryService inquiries;

    MisconductConsumer(EventReceiver receiver, InquiryService inquiries) {
        this.receiver = receiver;
        this.inquiries = inquiries;
    }

    @Incoming("misconduct")
    Uni<Void> on(Message<byte[]> message) {
        return receiver.receive(message, MisconductEvent.class, inquiries::apply);
    }
}
