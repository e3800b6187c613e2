package ma.balagh.intake.anchor;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import ma.balagh.persistence.ServiceWorkRunner;

/** Makes anchors at intervals and on request, and has each completed. */
@ApplicationScoped
public class AnchorScheduler {

    private final AnchorService ledger;
    private final AnchorCompletionService completion;
    private final AnchorConfig config;
    private final ServiceWorkRunner serviceWork;

    AnchorScheduler(
            AnchorService ledger,
            AnchorCompletionService completion,
            AnchorConfig config,
            ServiceWorkRunner serviceWork) {
        this.ledger = ledger;
        this.completion = completion;
        this.config = config;
        this.serviceWork = serviceWork;
    }

    /**
     * Anchors whatever moved outside the compartment, with what moved in it; of replicas that come at once, the second
     * finds nothing left.
     */
    @Scheduled(every = "{balagh.custody.anchor-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void atIntervals() {
        Optional<AnchorService.Made> made = ledger.makeIfMoved(config.anchorAtLeast());
        while (made.isPresent() && made.get().more()) {
            made = ledger.makeIfMoved(config.anchorAtLeast());
        }
        complete();
    }

    /**
     * Anchors every entry that was committed before, and has it stamped where the authority answers. Not within a
     * transaction that appended to a chain: its entry is not there yet for others.
     *
     * @return the number of the newest anchor
     */
    public long now() {
        return make().number();
    }

    /** An anchor covers every chain, whoever may see it. */
    Anchor make() {
        return serviceWork.callLong(this::makeAll);
    }

    private Anchor makeAll() {
        AnchorService.Made made = ledger.make();
        while (made.more()) {
            made = ledger.make();
        }
        complete();
        return made.anchor();
    }

    private void complete() {
        Optional<AnchorCompletionService.Step> step = completion.next(0, true);
        boolean asking = true;
        while (step.isPresent()) {
            asking &= step.get().authorityAnswers();
            step = completion.next(step.get().after(), asking);
        }
    }
}
