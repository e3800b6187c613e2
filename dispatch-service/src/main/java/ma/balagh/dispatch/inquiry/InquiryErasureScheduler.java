package ma.balagh.dispatch.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Lets this replica erase files. Its metrics are left out: they would tell of the compartment. */
@ApplicationScoped
class InquiryErasureScheduler {

    private final TaskWorkers<InquiryErasureTask> workers;

    InquiryErasureScheduler(
            InquiryErasureQueue queue,
            InquiryErasureWorker worker,
            InquiryErasureWorkersConfig config,
            MeterRegistry meters) {
        // Interrupting a virtual thread would close the connection that it uses.
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
