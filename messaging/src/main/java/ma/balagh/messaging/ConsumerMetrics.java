package ma.balagh.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import ma.balagh.contracts.Topic;

/**
 * Metrics of consumers: balagh.events.handled (attempts by outcome, with their time) and balagh.dead.letters (total).
 * All of them exist from the start, so that the first failure is an increase.
 */
@Singleton
final class ConsumerMetrics {

    private final Timer done;
    private final Timer failed;
    private final Counter deadLetters;

    ConsumerMetrics(MeterRegistry metrics) {
        this.done = timer(metrics, "done");
        this.failed = timer(metrics, "failed");
        this.deadLetters = Counter.builder("balagh.dead.letters")
                .description("Records that were put aside because they cannot be processed")
                .register(metrics);
    }

    /** Made with the first event otherwise, when nobody could tell any more that the first failure was one. */
    void begin(@Observes StartupEvent event) {}

    void done(String topic, Duration took) {
        record(done, topic, took);
    }

    void failed(String topic, Duration took) {
        record(failed, topic, took);
    }

    /** Readers of metrics are not internal affairs. */
    private static void record(Timer timer, String topic, Duration took) {
        if (!Topic.isOfCompartment(topic)) {
            timer.record(took);
        }
    }

    void deadLetter() {
        deadLetters.increment();
    }

    private static Timer timer(MeterRegistry metrics, String outcome) {
        return Timer.builder("balagh.events.handled")
                .description("Attempts at an event of another service, each in its transaction")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
