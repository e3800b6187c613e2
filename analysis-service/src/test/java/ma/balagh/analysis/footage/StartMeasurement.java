package ma.balagh.analysis.footage;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the index takes to come up, and what it holds. */
public final class StartMeasurement {

    private static final double MILLION = 1e6;

    private StartMeasurement() {}

    public static void print(Path directory) throws IOException {
        var repository = CDI.current().select(FootageRepository.class).get();
        long before = used();
        long start = System.nanoTime();
        FootageSnapshot read = FootageSnapshot.empty();
        for (var batch = repository.after(0, 200); !batch.isEmpty(); batch = repository.after(read.sequence(), 200)) {
            for (FootageEntry entry : batch) {
                read = read.with(entry);
            }
        }
        say("start from the database", start);
        System.out.printf(
                "%d media, %d frames, %d keyframes: %.0f MB of heap%n",
                read.entries().size(), read.frames().frames(), read.table().size(), (used() - before) / MILLION);
        start = System.nanoTime();
        var target = new SegmentStore(directory, repository::keyframes);
        FootageSnapshot moved = read.with(target.write(repository.id(), read, header -> true));
        say("writing the segments", start);
        System.out.printf("segments: %.0f MB%n", size(directory) / MILLION);
        int media = read.entries().size();
        read = FootageSnapshot.empty();
        System.out.printf("with segments: %.0f MB of heap%n", (used() - before) / MILLION);
        if (moved.entries().size() != media) {
            throw new IllegalStateException("segments changed the index");
        }
        start = System.nanoTime();
        read = new FootageSnapshotStore(repository, config(directory)).read();
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
