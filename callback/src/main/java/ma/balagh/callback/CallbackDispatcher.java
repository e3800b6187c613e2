package ma.balagh.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.callback.signature.WebhookSecretService;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.fetch.FetchOutcome.Header;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.PostOutcome;
import ma.balagh.seal.SealBrokenException;
import ma.balagh.taskqueue.TaskHandler;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes messages to partners' servers. */
@ApplicationScoped
class CallbackDispatcher implements TaskHandler<CallbackDelivery> {

    private static final Logger LOG = Logger.getLogger(CallbackDispatcher.class);

    private final CallbackDeliveryQueue queue;
    private final WebhookSecretService secrets;
    private final PostClient poster;
    private final CallbackWorkersConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final TaskWorkers<CallbackDelivery> workers;

    CallbackDispatcher(
            CallbackDeliveryQueue queue,
            WebhookSecretService secrets,
            PostClient poster,
            CallbackWorkersConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.secrets = secrets;
        this.poster = poster;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        // Messages are written in transactions of which there are many at once: a notification would line them up.
        this.workers = new TaskWorkers<>(queue.tasks(), this, WakeUpCalls.NONE, config, meters, Thread.ofVirtual());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        workers.stop();
    }

    /** It is tried again after a pause: only age ends a message. */
    @Override
    public void giveUp(CallbackDelivery delivery) {
        failed(delivery, "The message could not be sent.", null);
    }

    @Override
    public void work(CallbackDelivery delivery) throws InterruptedException {
        Instant now = clock.instant();
        byte[] body = delivery.body().getBytes(UTF_8);
        List<byte[]> valid;
        try {
            valid = secrets.valid(delivery.callbackId(), now);
        } catch (SealBrokenException broken) {
            LOG.errorf("callback %s: its secret cannot be opened: %s", delivery.callbackId(), broken.getMessage());
            failed(delivery, "The message could not be signed.", null);
            return;
        }
        if (valid.isEmpty()) {
            // The callback has ended since, and its messages and secrets with it.
            return;
        }
        List<Header> headers = WebhookSignature.headers(delivery.webhookId(), now, body, valid);
        switch (poster.post(delivery.url(), headers, body, config.time())) {
            case PostOutcome.Answered answered -> answered(delivery, answered.status(), answered.retryAfter());
            case PostOutcome.NotAnswered not -> failed(delivery, not.reason().sentence(), null);
        }
    }

    private void answered(CallbackDelivery delivery, int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) {
            queue.delivered(delivery);
            count("taken");
        } else if (status == 410) {
            queue.gone(delivery);
            count("gone");
            LOG.warnf("callback %s: its server is gone for good", delivery.callbackId());
        } else {
            failed(delivery, "The server answered %d.".formatted(status), retryAfter);
        }
    }

    private void failed(CallbackDelivery delivery, String failure, @Nullable Duration retryAfter) {
        queue.failed(delivery, failure, retryAfter);
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("balagh.callbacks.sent", "outcome", outcome).increment();
    }
}
