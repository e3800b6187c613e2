package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import ma.balagh.fetch.FetchClient;
import ma.balagh.fetch.FetchOutcome;
import ma.balagh.fetch.FetchRequest;
import ma.balagh.fetch.FetchRequest.Wanted;
import ma.balagh.intake.evidence.PartialMediumStore;
import ma.balagh.intake.evidence.PartialMediumWriter;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskHandler;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one attempt at one link: from the partial file, if there is one, to what follows from the outcome. */
@ApplicationScoped
class LinkFetcher implements TaskHandler<LinkTask> {

    private static final Logger LOG = Logger.getLogger(LinkFetcher.class);

    private final FetchClient fetcher;
    private final PartialMediumStore partials;
    private final LinkFetchQueue queue;
    private final LinkAttemptRegistry attempts;
    private final FetchOutcomeHandler outcomes;
    private final ObtainConfig config;

    LinkFetcher(
            FetchClient fetcher,
            PartialMediumStore partials,
            LinkFetchQueue queue,
            LinkAttemptRegistry attempts,
            FetchOutcomeHandler outcomes,
            ObtainConfig config) {
        this.fetcher = fetcher;
        this.partials = partials;
        this.queue = queue;
        this.attempts = attempts;
        this.outcomes = outcomes;
        this.config = config;
    }

    @Override
    public void work(LinkTask task) throws IOException, InterruptedException {
        try {
            Optional<PartialMediumWriter> file = partials.open(task.id());
            if (file.isEmpty()) {
                outcomes.stillWritten(task);
                return;
            }
            try (PartialMediumWriter open = file.get()) {
                attempt(task, open);
            }
        } catch (LeaseLostException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // It fails because this replica stops, or has lost the lease.
                throw e;
            }
            LOG.warnf(e, "an attempt failed; trying again later mediaLink=%s", task.id());
            outcomes.failed(task, e);
        }
    }

    /** It is tried again after a pause: no link is given up. */
    @Override
    public void giveUp(LinkTask task) {
        outcomes.lostWorkers(task);
    }

    @Override
    public void renewed(LinkTask task) {
        try {
            attempts.keepProgress(task);
        } catch (RuntimeException e) {
            LOG.warnf(e, "how far an attempt is could not be kept; trying again mediaLink=%s", task.id());
        }
    }

    private void attempt(LinkTask task, PartialMediumWriter file) throws IOException, InterruptedException {
        LinkTask.Begun begun = resumed(task.begun(), file);
        var bytes = new FetchedBytesWriter(file, config.pageSize().asLongValue(), () -> forget(task));
        LinkAttempt attempt = attempts.begin(task, bytes);
        try {
            FetchOutcome outcome = fetcher.fetch(request(task, begun), bytes);
            attempts.fetched(attempt, outcome);
            if (outcomes.settle(attempt, file, outcome) == FetchOutcomeHandler.End.OVER) {
                partials.discard(task.id());
            }
        } catch (InterruptedException stopping) {
            bytes.settle();
            attempts.keepProgress(attempt);
            throw stopping;
        } finally {
            attempts.end(attempt);
        }
    }

    private void forget(LinkTask task) {
        if (task.begun() != null) {
            queue.forgetProgress(task);
        }
    }

    /** Null when what the last attempt left is not there, such as when another machine wrote it. */
    private static LinkTask.@Nullable Begun resumed(LinkTask.@Nullable Begun begun, PartialMediumWriter file)
            throws IOException {
        return begun != null && file.resume(begun.progress().bytes(), begun.since()) ? begun : null;
    }

    private static FetchRequest request(LinkTask task, LinkTask.@Nullable Begun begun) {
        Wanted wanted = task.kind() == MediaLink.Kind.PAGE ? Wanted.ANYTHING : Wanted.MEDIUM;
        return new FetchRequest(task.url(), wanted, begun == null ? null : begun.progress(), null, null);
    }
}
