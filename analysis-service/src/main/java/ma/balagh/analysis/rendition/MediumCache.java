package ma.balagh.analysis.rendition;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.examination.IntakeClient;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Media that people step through: fetched at the first request and kept for some minutes after the last. Few people at
 * a time, and one for each medium; the others wait a little, and are then asked to try again.
 */
@ApplicationScoped
class MediumCache {

    /** What is done with a medium that lies ready. */
    @FunctionalInterface
    interface Look<T> {
        T at(ScratchDirectory scratch, ProbeResult probe)
                throws UnreadableMediumException, IOException, InterruptedException;
    }

    /** A medium's place; what lies on it belongs to whoever holds the lock. */
    private static final class Place {

        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable ScratchDirectory scratch;
        private @Nullable ProbeResult probe;
        private volatile long bytes;
        private volatile Instant lastUsed = Instant.EPOCH;
        private int visitors;

        private void clear() {
            if (scratch != null) {
                scratch.close();
            }
            scratch = null;
            probe = null;
            bytes = 0;
        }
    }

    private final IntakeClient intakeClient;
    private final MediaReader media;
    private final RenditionConfig config;
    private final Clock clock;
    private final ConcurrencyLimiter visitors;
    private final Map<UUID, Place> places = new HashMap<>();

    MediumCache(
            IntakeClient intakeClient,
            MediaReader media,
            RenditionConfig config,
            ConcurrencyLimiter visitors,
            Clock clock) {
        this.intakeClient = intakeClient;
        this.media = media;
        this.config = config;
        this.visitors = visitors;
        this.clock = clock;
    }

    /**
     * @throws ProblemException when it cannot be read, was erased, when intake is away, or when too many look at this
     * moment
     */
    <T> T look(Seen examination, Look<T> look) {
        examination.requireKept();
        try {
            return lookInside(examination, look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw visitors.unavailable("the medium cannot be shown now", e);
        } catch (IntakeClient.Erased e) {
            throw AnalysisProblem.EVIDENCE_ERASED.because("intake keeps its bytes no more");
        } catch (IOException e) {
            throw visitors.unavailable("the medium cannot be shown now", e);
        } catch (UnreadableMediumException unreadable) {
            boolean isEmpty = unreadable.reason() == UnreadableMediumException.Reason.NOTHING_TO_SEE_OR_HEAR;
            throw (isEmpty ? AnalysisProblem.NOTHING_TO_SEE : AnalysisProblem.UNREADABLE_MEDIUM)
                    .because(unreadable.reason().sentence());
        }
    }

    private <T> T lookInside(Seen examination, Look<T> look)
            throws UnreadableMediumException, IOException, InterruptedException {
        Place place = enter(examination.evidenceId());
        try {
            if (!place.lock.tryLock(config.momentWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw visitors.tooMany();
            }
            // Who waits for a medium keeps nobody from another one.
            try (var unused = visitors.enter()) {
                return at(place, examination, look);
            } finally {
                place.lastUsed = clock.instant();
                place.lock.unlock();
            }
        } finally {
            leave(place);
        }
    }

    private <T> T at(Place place, Seen examination, Look<T> look)
            throws UnreadableMediumException, IOException, InterruptedException {
        try {
            ScratchDirectory scratch = place.scratch;
            ProbeResult probe = place.probe;
            if (scratch == null || probe == null) {
                scratch = media.scratch();
                place.scratch = scratch;
                fetch(examination, scratch);
                probe = media.probe(scratch);
                place.probe = probe;
                place.bytes = Files.size(scratch.medium());
            }
            if (probe.isSound()) {
                throw AnalysisProblem.NOTHING_TO_SEE.because("it is only heard");
            }
            return look.at(scratch, probe);
        } catch (UnreadableMediumException | IOException | InterruptedException | RuntimeException e) {
            place.clear();
            throw e;
        }
    }

    private void fetch(Seen examination, ScratchDirectory scratch) throws IOException, InterruptedException {
        String purpose = "Pictures of examination " + examination.examinationId();
        if (!intakeClient
                .fetch(examination.evidenceId(), purpose, scratch.medium())
                .equals(examination.sha256())) {
            throw new IOException("intake gave other bytes than were secured");
        }
    }

    private synchronized Place enter(UUID evidenceId) {
        Place place = places.computeIfAbsent(evidenceId, id -> new Place());
        place.visitors++;
        return place;
    }

    private synchronized void leave(Place place) {
        place.visitors--;
        tidy();
    }

    /** Clears what nobody used for long, and what is more than may lie here. */
    @Scheduled(identity = "media-room", every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void tidy() {
        Instant unusedSince = clock.instant().minus(config.ready());
        long bytes = places.values().stream().mapToLong(place -> place.bytes).sum();
        List<Map.Entry<UUID, Place>> unused = places.entrySet().stream()
                .filter(entry -> entry.getValue().visitors == 0)
                .sorted(Comparator.comparing(entry -> entry.getValue().lastUsed))
                .toList();
        for (var entry : unused) {
            Place place = entry.getValue();
            if (place.bytes == 0
                    || place.lastUsed.isBefore(unusedSince)
                    || bytes > config.readyBytes().asLongValue()) {
                bytes -= place.bytes;
                place.clear();
                places.remove(entry.getKey());
            }
        }
    }

    synchronized void close(@Observes ShutdownEvent stopped) {
        places.values().stream().filter(place -> place.visitors == 0).forEach(Place::clear);
        places.clear();
    }
}
