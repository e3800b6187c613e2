package ma.balagh.analysis.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** How long the index takes to come up, and what it holds. */
public final class StartMeasurement {

    private static final double MILLION = 1e6;

    private StartMeasurement() {}

    public static void print(Jdbi jdbi, Path directory) throws IOException {
        var ledger = new FootageLedger(jdbi);
        long before = used();
        long start = System.nanoTime();
        FootageSnapshot read = FootageSnapshot.empty();
        for (var batch = ledger.after(0, 200); !batch.isEmpty(); batch = ledger.after(read.sequence(), 200)) {
            for (FootageLedger.Entry entry : batch) {
                read = read.with(entry);
            }
        }
        say("start from the database", start);
        System.out.printf(
                "%d media, %d frames, %d keyframes: %.0f MB of heap%n",
                read.entries().size(), read.frames().frames(), read.table().size(), (used() - before) / MILLION);
        start = System.nanoTime();
        var target = new SegmentDirectory(directory, ledger::keyframes);
        FootageSnapshot moved = read.with(target.write(ledger.id(), read, header -> true));
        say("writing the segments", start);
        System.out.printf("segments: %.0f MB%n", size(directory) / MILLION);
        int media = read.entries().size();
        read = FootageSnapshot.empty();
        System.out.printf("with segments: %.0f MB of heap%n", (used() - before) / MILLION);
        if (moved.entries().size() != media) {
            throw new IllegalStateException("segments changed the index");
        }
        start = System.nanoTime();
        read = new KeptSnapshot(ledger, config(directory)).read();
        if (read.entries().size() != media) {
            throw new IllegalStateException("the segments were not taken");
        }
        say("start from the segments", start);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static SnapshotConfig config(Path directory) {
        return new SnapshotConfig() {
            @Override
            public Optional<Path> directory() {
                return Optional.of(directory);
            }

            @Override
            public int media() {
                return Integer.MAX_VALUE;
            }
        };
    }

    private static void say(String what, long start) {
        System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - start) / MILLION);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
