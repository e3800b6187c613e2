package ma.balagh.analysis.footage;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One frame, in its eight variants, against all frames of the index: by the plain scan, and by ours, which compares the
 * forty frames of a clip of ten seconds in one pass, so that its time is divided by forty. {@code memory} adds up an
 * array of the same size: what reading it once costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class FrameScanBenchmark {

    private static final int DISTANCE = 48;
    /** Frames of the query: ten seconds. */
    private static final int QUERY = 40;

    @Param({"1000000", "10000000"})
    int frames;

    @Param({"RANDOM", "VIDEO"})
    String kind = "";

    private long[] words = {};
    private FrameIndex index = FrameIndex.EMPTY;
    private FrameQuery query = new FrameQuery(List.of());
    private long[][] asked = {};

    @Setup
    public void fill() {
        words = new InventedFrameFactory(InventedFrameFactory.Kind.valueOf(kind), 1).words(frames);
        long before = used();
        index = InventedFrameFactory.index(words);
        System.out.printf(
                "%n# %.1f bytes for each frame of the index, its time included%n", (double) (used() - before) / frames);
        FootageQuery footage = new InventedFrameFactory(InventedFrameFactory.Kind.valueOf(kind), 2).query(QUERY);
        query = FrameQuery.of(footage);
        asked = footage.whole().variants();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The loop that one would write: every frame of the index, one after the other. */
    @Benchmark
    public int plainScan() {
        int found = 0;
        for (long[] variant : asked) {
            long w0 = variant[0];
            long w1 = variant[1];
            long w2 = variant[2];
            long w3 = variant[3];
            for (int k = 0; k < words.length; k += FingerprintTrack.WORDS) {
                int distance = Long.bitCount(words[k] ^ w0)
                        + Long.bitCount(words[k + 1] ^ w1)
                        + Long.bitCount(words[k + 2] ^ w2)
                        + Long.bitCount(words[k + 3] ^ w3);
                if (distance <= DISTANCE) {
                    found++;
                }
            }
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(QUERY)
    public BitSet ours() {
        return index.near(query, DISTANCE, 0);
    }

    @Benchmark
    public long memory() {
        long sum = 0;
        for (long word : words) {
            sum += word;
        }
        return sum;
    }
}
