package ma.balagh.analysis.examination;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import ma.balagh.messaging.NotificationListener;
import ma.balagh.taskqueue.TaskHandler;
import ma.balagh.taskqueue.TaskWorkers;

/** Examines what is queued. */
@ApplicationScoped
class ExaminationWorker implements TaskHandler<ExaminationTask> {

    private final EvidenceExaminer examiner;
    private final ExaminationConclusionService conclusion;
    private final TaskWorkers<ExaminationTask> workers;

    ExaminationWorker(
            ExaminationQueue queue,
            EvidenceExaminer examiner,
            ExaminationConclusionService conclusion,
            NotificationListener notifications,
            ExaminationConfig config,
            MeterRegistry meters) {
        this.examiner = examiner;
        this.conclusion = conclusion;
        this.workers =
                new TaskWorkers<>(queue.tasks(), this, notifications::listen, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        workers.stop();
    }

    @Override
    public void work(ExaminationTask task) throws IOException, InterruptedException {
        conclusion.conclude(task, examiner.examine(task));
    }

    @Override
    public void giveUp(ExaminationTask task) throws InterruptedException {
        conclusion.conclude(
                task, new ExaminationResults.Unreadable(List.of(CompletionStatement.afterAttempts(task.lostLeases()))));
    }
}
