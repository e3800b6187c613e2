package ma.balagh.platform.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.platform.kafka.KafkaPart;
import ma.balagh.platform.keycloak.KeycloakPart;
import ma.balagh.platform.objectstore.ObjectStorePart;
import ma.balagh.platform.observe.PrometheusPart;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.EvidenceStorage;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.postgres.PostgresPart;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.process.LauncherLock;
import ma.balagh.platform.process.ProcessLauncher;
import ma.balagh.platform.service.ApplicationPart;

/**
 * The whole suite as processes of this machine: PostgreSQL, Kafka, Keycloak, intake, analysis, dispatch and portal, and
 * an object store where evidence is kept in one, a Prometheus where somebody wants to see it.
 * Its state lies in the file system, so that any launcher finds what another one has started.
 */
public final class Suite {

    private final SuiteDirectories workplace;
    private final PartSupervisor running;
    private final List<SuitePart> parts = new ArrayList<>();
    private final Map<String, Duration> readyAfter = new ConcurrentHashMap<>();

    public Suite(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.running = new PartSupervisor(workplace);
        parts.add(new PostgresPart(workplace));
        parts.add(new KafkaPart(workplace));
        parts.add(new KeycloakPart(workplace));
        if (EvidenceStorage.of(workplace) == EvidenceStorage.S3) {
            parts.add(new ObjectStorePart(workplace));
        }
        parts.addAll(ApplicationPart.all(workplace));
        if (PrometheusPart.belongsTo(workplace)) {
            parts.add(new PrometheusPart(workplace));
        }
    }

    public SuiteDirectories workplace() {
        return workplace;
    }

    /** From its next start to its next end, the suite is watched by a Prometheus. */
    public Suite observed() {
        if (!partNames().contains(PrometheusPart.NAME)) {
            parts.add(new PrometheusPart(workplace));
        }
        return this;
    }

    /**
     * What its applications start as, from now on and by whichever launcher.
     *
     * @throws SuiteException while one of them runs as something else
     */
    public Suite startingAs(ApplicationFlavour flavour) {
        if (flavour != ApplicationFlavour.of(workplace)) {
            if (isAnyApplicationRunning()) {
                throw new SuiteException("This suite's applications run as \"%s\": ./balagh down%s stops them first."
                        .formatted(
                                ApplicationFlavour.of(workplace),
                                workplace.ports().option()));
            }
            flavour.remember(workplace);
        }
        return this;
    }

    public boolean isAnyApplicationRunning() {
        return parts.stream()
                .anyMatch(part -> part.isBuiltHere() && running.find(part).isPresent());
    }

    /** Names of all parts, in the order of their start. */
    public List<String> partNames() {
        return parts.stream().map(SuitePart::name).toList();
    }

    /** Adds to what a part is given whenever this suite object starts it. */
    public Suite withEnvironment(String part, Map<String, String> variables) {
        running.addEnvironment(named(part).name(), variables);
        return this;
    }

    /**
     * Starts whatever does not run, waits until everything is ready and tells how each part stands.
     *
     * @throws SuiteException where only a part of a backup was restored
     */
    public List<PartState> up(ProgressListener progress) {
        if (Files.exists(workplace.restoring())) {
            throw new SuiteException(
                    "This suite has a part of a backup: its restore is under way or was broken off. ./balagh reset%s deletes it, and then the backup can be restored."
                            .formatted(workplace.ports().option()));
        }
        return start(parts, progress);
    }

    /** Starts one part and whatever it needs. */
    public List<PartState> start(String part, ProgressListener progress) {
        return start(withNeeds(named(part)), progress);
    }

    /** Ends everything in good order. */
    public void down(ProgressListener progress) {
        locked(progress, checkout -> stopAll(progress));
    }

    /** Waits until nothing that this suite object has started runs any more, and tells of each end. */
    public void awaitEnd(ProgressListener progress) {
        var ends = running.startedHere().entrySet().stream()
                .map(part -> part.getValue().onExit().thenAccept(ended -> progress.say(part.getKey() + " has ended")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).join();
    }

    /** Ends everything although a start may be under way in this very process. */
    public void abort(ProgressListener progress) {
        running.close();
        unlocked(() -> stopAll(progress));
    }

    /** Ends one part in good order. */
    public void stop(String part) {
        unlocked(() -> running.stop(named(part)));
    }

    /** Ends one part with SIGKILL, as a crash would. */
    public void kill(String part) {
        unlocked(() -> running.kill(named(part)));
    }

    public List<PartState> status() {
        return parts.stream().map(this::state).toList();
    }

    public boolean isAnyRunning() {
        return parts.stream().anyMatch(part -> running.find(part).isPresent());
    }

    /** What runs and changes databases, topics or files, but for PostgreSQL and Kafka themselves. */
    public List<ProcessHandle> writers() {
        return parts.stream()
                .filter(part -> !Set.of("postgres", "kafka").contains(part.name()))
                .flatMap(part -> running.find(part).stream())
                .toList();
    }

    /** The file that a part writes its output to. */
    public Path log(String part) {
        return workplace.log(named(part).name());
    }

    /** Ends everything and deletes this suite's data; programs and caches stay. */
    public void reset(ProgressListener progress) {
        locked(progress, checkout -> {
            stopAll(progress);
            FileTrees.delete(workplace.data());
        });
    }

    private List<PartState> start(List<SuitePart> wanted, ProgressListener progress) {
        locked(progress, checkout -> {
            running.open();
            var missing =
                    wanted.stream().filter(part -> running.find(part).isEmpty()).toList();
            MachineCheck.check(workplace, missing);
            readyAfter.putAll(new PartStarter(workplace, running, progress).start(wanted, checkout));
        });
        return status();
    }

    /** Applications first, PostgreSQL last; what does not depend on each other ends side by side. */
    private void stopAll(ProgressListener progress) throws IOException, InterruptedException {
        for (var layer : List.of(
                Set.of("intake", "analysis", "dispatch", "portal", PrometheusPart.NAME),
                Set.of("kafka", "keycloak", ObjectStorePart.NAME))) {
            stop(parts.stream().filter(part -> layer.contains(part.name())).toList(), progress);
        }
        stop(List.of(named("postgres")), progress);
    }

    private void stop(List<SuitePart> layer, ProgressListener progress) throws IOException, InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var part : layer) {
            if (running.find(part).isPresent()) {
                progress.say(
                        "stopping " + part.name() + (part.isTraining() ? " (writes its start-up cache, once)" : ""));
                threads.add(Thread.ofVirtual().start(() -> stopOne(part, progress)));
            }
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void stopOne(SuitePart part, ProgressListener progress) {
        try {
            running.stop(part);
        } catch (IOException e) {
            progress.say("could not stop " + part.name() + " in good order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PartState state(SuitePart part) {
        return running.find(part)
                .map(process -> new PartState(
                        part.name(),
                        part.address(),
                        process.pid(),
                        readyAfter.get(part.name()),
                        ProcessLauncher.cpuTime(process)))
                .orElseGet(() -> new PartState(part.name(), part.address(), null, null, Duration.ZERO));
    }

    private List<SuitePart> withNeeds(SuitePart part) {
        var names = new HashSet<String>();
        collectNeeds(part, names);
        return parts.stream().filter(other -> names.contains(other.name())).toList();
    }

    private void collectNeeds(SuitePart part, Set<String> names) {
        names.add(part.name());
        part.needs().forEach(need -> collectNeeds(named(need), names));
    }

    private SuitePart named(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        "There is no part " + name + "; there are " + String.join(", ", partNames()) + "."));
    }

    /**
     * One launcher of this suite at a time, and at first one of the whole checkout: two would build into the same folders.
     * Whoever has built may let go of the checkout.
     */
    private void locked(ProgressListener progress, LockedWork work) {
        unlocked(() -> {
            Runnable tellsOfWaiting = () -> progress.say("waiting for another ./balagh to finish");
            try (var checkout = LauncherLock.lock(workplace.shared().resolve("launcher.lock"), tellsOfWaiting);
                    var suite = LauncherLock.lock(workplace.data().resolve("launcher.lock"), tellsOfWaiting)) {
                work.run(checkout);
            }
        });
    }

    private static void unlocked(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted", e);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private interface LockedWork {
        void run(LauncherLock checkout) throws IOException, InterruptedException;
    }
}
