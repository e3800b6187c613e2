package ma.balagh.analysis.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Checking and loading a snapshot of media of thirty seconds, without local features, and writing it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class SnapshotLoad {

    private static final UUID LEDGER = new UUID(1, 1);

    @Param({"1000000", "10000000"})
    int frames;

    private Path directory = Path.of("");
    private FootageSnapshot snapshot = FootageSnapshot.empty();

    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("snapshot");
        FrameIndex index = Frames.index(new Frames(Frames.Kind.VIDEO, 1).words(frames));
        for (int track = 0; track < index.tracks().size(); track++) {
            var footage = new Footage(index.track(track), List.of(), Keyframes.NONE);
            snapshot = snapshot.with(new FootageLedger.Entry(track + 1, new UUID(0, track), footage));
        }
        new SnapshotFile(directory).write(LEDGER, snapshot);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(directory.resolve("footage.snapshot"));
        Files.delete(directory);
    }

    @Benchmark
    public FootageSnapshot load() throws IOException {
        var file = new SnapshotFile(directory);
        if (!file.header().ledger().equals(LEDGER)) {
            throw new IllegalStateException("another snapshot");
        }
        return file.read();
    }

    @Benchmark
    public void save() throws IOException {
        new SnapshotFile(directory).write(LEDGER, snapshot);
    }
}
