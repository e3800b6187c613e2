package ma.balagh.analysis.examination;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import ma.balagh.analysis.lease.Craft;
import ma.balagh.analysis.lease.Workers;
import ma.balagh.messaging.Notifications;

/** Examines what is queued. */
@ApplicationScoped
class ExaminationWorkers implements Craft<Claim> {

    private final ExaminationQueue queue;
    private final Examiner examiner;
    private final Conclusion conclusion;
    private final ExaminationConfig config;
    private final Workers<Claim> workers;

    ExaminationWorkers(
            ExaminationQueue queue,
            Examiner examiner,
            Conclusion conclusion,
            Notifications notifications,
            ExaminationConfig config) {
        this.queue = queue;
        this.examiner = examiner;
        this.conclusion = conclusion;
        this.config = config;
        this.workers = new Workers<>(queue.leases(), this, notifications, config);
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        workers.stop();
    }

    @Override
    public Optional<Claim> claim() {
        return queue.claim(config.lease(), config.lossPause(), config.longestLossPause());
    }

    @Override
    public void work(Claim claim) throws IOException, InterruptedException {
        conclusion.conclude(claim, examiner.examine(claim));
    }
}
