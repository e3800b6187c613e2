package ma.balagh.platform.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.process.LauncherLock;
import ma.balagh.platform.service.ApplicationBuilder;

/** Starts parts, each as soon as what it needs is ready, in parallel. */
final class PartStarter {

    private static final long LOOK_EVERY = Duration.ofMillis(100).toNanos();

    private final SuiteDirectories workplace;
    private final PartSupervisor running;
    private final ProgressListener progress;
    private final Map<String, Duration> readyAfter = new ConcurrentHashMap<>();

    PartStarter(SuiteDirectories workplace, PartSupervisor running, ProgressListener progress) {
        this.workplace = workplace;
        this.running = running;
        this.progress = progress;
    }

    /**
     * Starts those of {@code parts} that do not run and waits until all are ready.
     *
     * @param parts ordered so that each stands after what it needs
     * @param checkout released once everything is fetched and built
     * @return how long each of the started ones took
     * @throws SuiteException when one does not get ready; what this run has started is stopped again
     */
    Map<String, Duration> start(List<SuitePart> parts, LauncherLock checkout) throws InterruptedException {
        var missing = parts.stream()
                .filter(part -> running.find(part).isEmpty())
                .map(SuitePart::name)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var built = CompletableFuture.runAsync(interruptible(() -> build(missing)), threads);
            var prepared = new HashMap<String, CompletableFuture<Void>>();
            for (var part : parts) {
                prepared.put(part.name(), preparation(part, missing.contains(part.name()), threads));
            }
            allOf(prepared.values()).runAfterBoth(built, interruptible(checkout::close));
            var ready = new LinkedHashMap<String, CompletableFuture<Void>>();
            for (var part : parts) {
                var awaited = new ArrayList<>(List.of(prepared.get(part.name())));
                part.needs().stream().map(ready::get).filter(Objects::nonNull).forEach(awaited::add);
                if (part.isBuiltHere()) {
                    awaited.add(built);
                }
                boolean isMissing = missing.contains(part.name());
                ready.put(
                        part.name(),
                        allOf(awaited).thenRunAsync(interruptible(() -> bringUp(part, isMissing)), threads));
            }
            allOf(ready.values()).join();
            return readyAfter;
        } catch (CompletionException e) {
            stopAgain(parts, missing);
            throw failure(e);
        }
    }

    private CompletableFuture<Void> preparation(SuitePart part, boolean isMissing, Executor threads) {
        return isMissing
                ? CompletableFuture.runAsync(interruptible(() -> part.prepare(progress)), threads)
                : CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<Void> allOf(Collection<CompletableFuture<Void>> steps) {
        return CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
    }

    private void build(List<String> missing) throws IOException, InterruptedException {
        new ApplicationBuilder(workplace).run(missing, ApplicationFlavour.of(workplace), progress);
    }

    private void bringUp(SuitePart part, boolean isMissing) throws IOException {
        var begin = System.nanoTime();
        var log = StartLog.from(workplace.log(part.name()));
        var process = isMissing ? running.start(part) : running.find(part).orElse(null);
        while (!part.isReady()) {
            if (process == null || !process.isAlive()) {
                throw ended(part, log);
            }
            if (System.nanoTime() - begin > part.patience().toNanos()) {
                throw new SuiteException("%s is not ready after %d s; its log is %s"
                        .formatted(part.name(), part.patience().toSeconds(), workplace.log(part.name())));
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        part.initialize();
        if (isMissing) {
            var took = Duration.ofNanos(System.nanoTime() - begin);
            readyAfter.put(part.name(), took);
            progress.say("%s is ready after %.1f s".formatted(part.name(), took.toMillis() / 1000.0));
        }
    }

    private SuiteException ended(SuitePart part, StartLog log) throws IOException {
        return new SuiteException(
                log.tellsOfOtherMigrations()
                        ? "The data of %s were made by another release, whose migrations this one does not have. Go back to that one, or delete all data with ./balagh reset%s."
                                .formatted(part.name(), workplace.ports().option())
                        : part.name() + " ended while it started; the reason stands in " + log.file());
    }

    private void stopAgain(List<SuitePart> parts, List<String> missing) throws InterruptedException {
        for (var part : parts.reversed()) {
            if (missing.contains(part.name())) {
                try {
                    running.stop(part);
                } catch (IOException e) {
                    progress.say("cannot stop " + part.name() + ": " + e.getMessage());
                }
            }
        }
    }

    private static RuntimeException failure(CompletionException e) {
        var cause = e.getCause();
        return cause instanceof RuntimeException known
                ? known
                : new SuiteException(String.valueOf(cause == null ? e : cause), e);
    }

    private static Runnable interruptible(Step step) {
        return () -> {
            try {
                step.run();
            } catch (IOException e) {
                throw new CompletionException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        };
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
