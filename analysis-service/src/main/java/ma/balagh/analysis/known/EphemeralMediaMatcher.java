package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;

/** Matches media that are never stored: each in a scratch directory of its own, a few at a time, with a time limit. */
@ApplicationScoped
class EphemeralMediaMatcher {

    private static final int BUFFER = 1 << 16;

    private final MediaReader media;
    private final FootageIndex index;
    private final KnownConfig config;
    private final KnownFootageSearchLimiter limiter;

    EphemeralMediaMatcher(
            MediaReader media, FootageIndex index, KnownConfig config, KnownFootageSearchLimiter limiter) {
        this.media = media;
        this.index = index;
        this.config = config;
        this.limiter = limiter;
    }

    /**
     * Compares a medium with the footage of these evidences. It takes a place only when all of it is there.
     *
     * @param caller whose searches are counted together
     * @throws ProblemException when it is no medium, too large or too slow, or when there is no place at the moment
     */
    List<FootageMatch> compared(InputStream body, Set<UUID> evidenceIds, String caller) {
        try (var unused = limiter.receive(caller);
                ScratchDirectory scratch = media.scratch()) {
            receive(body, scratch);
            try (var place = limiter.compare(caller)) {
                return inTime(new FutureTask<>(() -> compare(scratch, evidenceIds)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private void receive(InputStream body, ScratchDirectory scratch) throws IOException {
        long deadline = System.nanoTime() + config.searchTimeLimit().toNanos();
        long size = 0;
        var buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(scratch.medium())) {
            for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
                size += read;
                requireSize(size);
                if (System.nanoTime() > deadline) {
                    throw AnalysisProblem.UNREADABLE_MEDIUM.because(
                            "it took longer to arrive than " + config.searchTimeLimit());
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw CommonProblem.invalid(Violation.required("body", "must not be empty"));
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            ProblemException problem = CommonProblem.invalid(
                    Violation.malformed("body", "must arrive completely: the connection ended before it did"));
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private void requireSize(long size) {
        long max = config.searchMaxSize().asLongValue();
        if (size > max) {
            throw CommonProblem.PAYLOAD_TOO_LARGE.because("at most %,d bytes are searched for".formatted(max));
        }
    }

    private List<FootageMatch> compare(ScratchDirectory scratch, Set<UUID> evidenceIds)
            throws UnreadableMediumException, IOException, InterruptedException {
        ProbeResult probe = media.probe(scratch);
        FootageRecorder recorder = index.recorder();
        // What was decoded, and whether that was all of it, shows in the matches.
        var unused = media.decode(scratch, probe, recorder::see);
        return index.among(evidenceIds, recorder.query());
    }

    /** On a thread of its own, which can be stopped, and which computes for too long to carry others. */
    private <T> T inTime(FutureTask<T> work) throws IOException {
        Thread thread = Thread.ofPlatform().name("known-footage-search").start(work);
        try {
            return work.get(config.searchTimeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw AnalysisProblem.UNREADABLE_MEDIUM.because("it took longer to read than " + config.searchTimeLimit());
        } catch (ExecutionException e) {
            throw problem(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } finally {
            end(thread);
        }
    }

    /** Waits for it: its place, and the directory that it works in, are free only then. */
    private static void end(Thread thread) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException problem(Throwable failure) throws IOException {
        return switch (failure) {
            case UnreadableMediumException unreadable -> problem(unreadable);
            case IOException away -> throw away;
            case RuntimeException fault -> fault;
            default -> new IllegalStateException("a medium could not be compared", failure);
        };
    }

    private static ProblemException problem(UnreadableMediumException unreadable) {
        boolean isNone = unreadable.reason() == UnreadableMediumException.Reason.NO_MEDIUM;
        return (isNone ? AnalysisProblem.NOT_A_MEDIUM : AnalysisProblem.UNREADABLE_MEDIUM)
                .because(unreadable.reason().sentence());
    }

    private ProblemException unavailable(Exception e) {
        ProblemException problem = CommonProblem.UNAVAILABLE
                .because("the medium cannot be read now")
                .retryAfter(config.searchRetry());
        problem.addSuppressed(e);
        return problem;
    }
}
