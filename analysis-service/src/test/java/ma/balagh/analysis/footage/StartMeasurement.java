package ma.balagh.analysis.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
                "%d media, %d frames, %d features: %.0f MB of heap%n",
                read.entries().size(), read.frames().frames(), read.table().features(), (used() - before) / MILLION);
        start = System.nanoTime();
        new SnapshotFile(directory).write(ledger.id(), read);
        say("writing the snapshot", start);
        System.out.printf("snapshot: %.0f MB%n", Files.size(directory.resolve("footage.snapshot")) / MILLION);
        int media = read.entries().size();
        read = FootageSnapshot.empty();
        start = System.nanoTime();
        read = new KeptSnapshot(ledger, config(directory)).read();
        if (read.entries().size() != media) {
            throw new IllegalStateException("the snapshot was not taken");
        }
        say("start from the snapshot", start);
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
