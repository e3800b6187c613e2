package ma.balagh.taskqueue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What waits in a queue, and what came of attempts, as metrics. */
final class TaskMetrics {

    /** What came of an attempt. */
    enum Outcome {
        ENDED,
        RETRIED,
        FAILED,
        LOST,
        RETURNED
    }

    private final MeterRegistry meters;
    private final String queue;
    private volatile TaskQueue.Count count = new TaskQueue.Count(0, 0, 0);

    TaskMetrics(MeterRegistry meters, String queue) {
        this.meters = meters;
        this.queue = queue;
        gauge("balagh.tasks.waiting", "Tasks that no worker has", TaskQueue.Count::waiting);
        gauge("balagh.tasks.leased", "Tasks that a worker has, or had when it died", TaskQueue.Count::leased);
        gauge(
                "balagh.tasks.overdue.seconds",
                "How long the first task that waits has been due",
                TaskQueue.Count::overdue);
    }

    void counted(TaskQueue.Count counted) {
        count = counted;
    }

    void attempted(Outcome outcome, Duration time) {
        meters.timer(
                        "balagh.tasks.attempts",
                        "queue",
                        queue,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .record(time);
    }

    private void gauge(String name, String description, ToDoubleFunction<TaskQueue.Count> value) {
        Gauge.builder(name, () -> value.applyAsDouble(count))
                .tag("queue", queue)
                .description(description)
                .register(meters);
    }
}
