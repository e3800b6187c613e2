package ma.balagh.intake.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import ma.balagh.intake.fetch.FetchOutcome.Header;
import ma.balagh.intake.fetch.PostOutcome;
import ma.balagh.intake.fetch.Poster;
import ma.balagh.intake.seal.SealBroken;
import ma.balagh.intake.webhook.WebhookSecretService;
import ma.balagh.intake.webhook.WebhookSignature;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes messages to partners' servers. */
@ApplicationScoped
class CallbackDispatcher {

    private static final Logger LOG = Logger.getLogger(CallbackDispatcher.class);

    private final DeliveryQueue queue;
    private final WebhookSecretService secrets;
    private final Poster poster;
    private final CallbackConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore free;

    CallbackDispatcher(
            DeliveryQueue queue,
            WebhookSecretService secrets,
            Poster poster,
            CallbackConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.secrets = secrets;
        this.poster = poster;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.free = new Semaphore(config.concurrent());
    }

    @Scheduled(every = "${balagh.callback.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deliver() {
        List<Delivery> claimed;
        do {
            // Only this method takes any, one call at a time, so what is free now stays so.
            int places = free.availablePermits();
            claimed = places == 0 ? List.of() : queue.claim(places);
            claimed.forEach(this::start);
        } while (!claimed.isEmpty());
    }

    private void start(Delivery delivery) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("callback").start(() -> {
            try {
                attempt(delivery);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // The database is away, say: the lease ends, and it is sent again under the same id.
                LOG.warnf(e, "callback %s: what became of a message was not kept", delivery.callbackId());
            } finally {
                free.release();
            }
        });
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        Instant now = clock.instant();
        byte[] body = delivery.body().getBytes(UTF_8);
        List<Header> headers;
        try {
            headers = WebhookSignature.headers(
                    delivery.webhookId(), now, body, secrets.valid(delivery.callbackId(), now));
        } catch (SealBroken broken) {
            LOG.errorf("callback %s: its secret cannot be opened: %s", delivery.callbackId(), broken.getMessage());
            failed(delivery, "The message could not be signed.", null);
            return;
        }
        switch (poster.post(delivery.url(), headers, body, config.time())) {
            case PostOutcome.Answered answered -> answered(delivery, answered.status(), answered.retryAfter());
            case PostOutcome.NotAnswered not -> failed(delivery, not.reason().sentence(), null);
        }
    }

    private void answered(Delivery delivery, int status, @Nullable Duration retryAfter) {
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

    private void failed(Delivery delivery, String failure, @Nullable Duration retryAfter) {
        queue.failed(delivery, failure, retryAfter);
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("balagh.callbacks.sent", "outcome", outcome).increment();
    }
}
