package ma.balagh.intake.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.balagh.callback.CallbackDeliveryQueue;
import ma.balagh.callback.CallbackService;
import ma.balagh.callback.CallbackSubject;
import ma.balagh.intake.report.ReceiptListener;
import ma.balagh.intake.report.Report;
import ma.balagh.persistence.ServiceWorkRunner;

/** Writes messages to partners whose receipts change, in the transaction of the change. */
@ApplicationScoped
class ReceiptCallbackListener implements ReceiptListener {

    private final CallbackService callbacks;
    private final CallbackDeliveryQueue queue;
    private final ReceiptMessageWriter messages;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    ReceiptCallbackListener(
            CallbackService callbacks,
            CallbackDeliveryQueue queue,
            ReceiptMessageWriter messages,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.callbacks = callbacks;
        this.queue = queue;
        this.messages = messages;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static CallbackSubject subject() {
        return new CallbackSubject("report_id");
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Report report) {
        // Callbacks are the partner's, whoever changes what its receipts show.
        serviceWork.run(() -> write(report));
    }

    private void write(Report report) {
        List<UUID> active = callbacks.active(report.filedBy());
        if (active.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        queue.add(active, report.id(), messages.changed(now, report), now);
    }
}
