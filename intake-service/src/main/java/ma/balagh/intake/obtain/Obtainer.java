package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import ma.balagh.intake.evidence.PartialMedia;
import ma.balagh.intake.evidence.PartialMedium;
import ma.balagh.intake.fetch.FetchOutcome;
import ma.balagh.intake.fetch.FetchRequest;
import ma.balagh.intake.fetch.FetchRequest.Wanted;
import ma.balagh.intake.fetch.Fetcher;
import ma.balagh.intake.report.MediaLink;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one attempt at one link: from the partial file, if there is one, to what follows from the outcome. */
@ApplicationScoped
class Obtainer {

    private static final Logger LOG = Logger.getLogger(Obtainer.class);

    private final Fetcher fetcher;
    private final PartialMedia partials;
    private final LinkLeaseRepository leases;
    private final Attempts attempts;
    private final Settling settling;
    private final ObtainConfig config;

    Obtainer(
            Fetcher fetcher,
            PartialMedia partials,
            LinkLeaseRepository leases,
            Attempts attempts,
            Settling settling,
            ObtainConfig config) {
        this.fetcher = fetcher;
        this.partials = partials;
        this.leases = leases;
        this.attempts = attempts;
        this.settling = settling;
        this.config = config;
    }

    /** Returns when the attempt is over; what went wrong is written to the link, or found again when the lease ends. */
    void obtain(Claim claim) {
        try {
            Optional<PartialMedium> file = partials.open(claim.id());
            if (file.isEmpty()) {
                settling.stillWritten(claim);
                return;
            }
            try (PartialMedium open = file.get()) {
                attempt(claim, open);
            }
        } catch (LeaseLost e) {
            LOG.warnf("lost the lease mediaLink=%s", claim.id());
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "an attempt failed; trying again later mediaLink=%s", claim.id());
            putOff(claim, e);
        }
    }

    private void putOff(Claim claim, Exception failure) {
        try {
            settling.failed(claim, failure);
        } catch (RuntimeException e) {
            // The database is away, too: the link is found again when its lease ends.
            LOG.warnf("an attempt's failure could not be written mediaLink=%s: %s", claim.id(), e.toString());
        }
    }

    private void attempt(Claim claim, PartialMedium file) throws IOException {
        Claim.Begun begun = resumed(claim.begun(), file);
        var bytes = new FetchedBytes(file, config.pageSize().asLongValue(), () -> forget(claim));
        Attempt attempt = attempts.begin(claim, bytes);
        try {
            FetchOutcome outcome = fetch(attempt, request(claim, begun));
            attempts.fetched(attempt, outcome);
            if (settling.settle(attempt, file, outcome) == Settling.End.OVER) {
                partials.discard(claim.id());
            }
        } catch (InterruptedException stopping) {
            bytes.settle();
            attempts.tell(attempt);
            FetchedBytes.Checkpoint checkpoint = bytes.checkpoint();
            leases.release(claim, checkpoint == null ? null : checkpoint.begun());
        } finally {
            attempts.end(attempt);
        }
    }

    private void forget(Claim claim) {
        if (claim.begun() != null) {
            leases.forgetProgress(claim);
        }
    }

    private FetchOutcome fetch(Attempt attempt, FetchRequest request) throws InterruptedException {
        try (attempt) {
            return fetcher.fetch(request, attempt.bytes());
        }
    }

    /** Null when what the last attempt left is not there, such as when another machine wrote it. */
    private static Claim.@Nullable Begun resumed(Claim.@Nullable Begun begun, PartialMedium file) throws IOException {
        return begun != null && file.resume(begun.progress().bytes(), begun.since()) ? begun : null;
    }

    private static FetchRequest request(Claim claim, Claim.@Nullable Begun begun) {
        Wanted wanted = claim.kind() == MediaLink.Kind.PAGE ? Wanted.ANYTHING : Wanted.MEDIUM;
        return new FetchRequest(claim.url(), wanted, begun == null ? null : begun.progress(), null, null);
    }
}
