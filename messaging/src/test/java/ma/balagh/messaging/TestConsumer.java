package ma.balagh.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import ma.balagh.contracts.intake.ReportEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A consumer as a service writes it; tests say what its handler does. */
@ApplicationScoped
public class TestConsumer {

    private final Inbound inbound;
    private volatile Consumer<ReportEvent> handler = event -> {};

    @Inject
    TestConsumer(Inbound inbound) {
        this.inbound = inbound;
    }

    @Incoming("reports")
    Uni<Void> on(Message<byte[]> message) {
        return inbound.receive(message, ReportEvent.class, event -> handler.accept(event));
    }

    void handleWith(Consumer<ReportEvent> next) {
        handler = next;
    }
}
