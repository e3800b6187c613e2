package ma.balagh.analysis.footage;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import ma.balagh.analysis.footage.FrameQuery.Bundle;

/**
 * Prints how many frames a second are looked up, each in its eight variants among all frames of the index, within 48 bits:
 * one after the other by the scan, and many at once by the join; and how many a second of CPU time, should the machine have
 * other work. {@code FrameLookupBenchmark [FRAMES [LOOKUPS [THREADS]]]}.
 */
public final class FrameLookupBenchmark {

    private static final int DISTANCE = 48;
    private static final int VARIANTS = 8;
    private static final int SCANNED = 40;
    private static final int REPEATED = 4;
    /** Frames of one query that is looked for with others. */
    private static final int QUERY = 2000;

    private static final LongAdder CPU = new LongAdder();

    private FrameLookupBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int lookups = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        for (InventedFrameFactory.Kind kind : InventedFrameFactory.Kind.values()) {
            FrameIndex index = InventedFrameFactory.index(new InventedFrameFactory(kind, 1).words(frames));
            FootageQuery query = new InventedFrameFactory(kind, 2).query(SCANNED);
            for (int k = 0; k < REPEATED; k++) {
                CPU.reset();
                long start = System.nanoTime();
                inParallel(threads, thread -> index.near(FrameQuery.of(query), DISTANCE, 0));
                say(kind + ", scan", threads * SCANNED, start);
            }
            long[] words = words(kind, lookups);
            for (int k = 0; k < REPEATED; k++) {
                var found = new LongAdder();
                CPU.reset();
                long start = System.nanoTime();
                var join = new MultiIndexFrameMatcher(words);
                inParallel(
                        threads,
                        thread -> join.look(
                                MultiIndexFrameMatcher.PIECES * thread / threads,
                                MultiIndexFrameMatcher.PIECES * (thread + 1) / threads,
                                index.blocks(),
                                0,
                                frames,
                                DISTANCE,
                                (sought, frame) -> found.increment()));
                say(kind + ", join", lookups, start);
            }
        }
    }

    /** Of several queries, since one has an end. */
    private static long[] words(InventedFrameFactory.Kind kind, int lookups) {
        var words = new long[lookups * VARIANTS * FingerprintTrack.WORDS];
        int at = 0;
        for (int seed = 3; at < words.length; seed++) {
            for (Bundle bundle : FrameQuery.of(new InventedFrameFactory(kind, seed).query(QUERY))
                    .bundles()) {
                int count = Math.min(bundle.words().length, words.length - at);
                System.arraycopy(bundle.words(), 0, words, at, count);
                at += count;
            }
        }
        return words;
    }

    private interface Part {
        void run(int thread);
    }

    private static void inParallel(int threads, Part part) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        for (int k = 0; k < threads; k++) {
            int thread = k;
            running.add(Thread.ofPlatform().start(() -> {
                part.run(thread);
                CPU.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    private static void say(String what, int lookups, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %.0f lookups a second, %.0f a second of CPU time (%d in %.2f s)%n",
                what, lookups / seconds, lookups / (CPU.sum() / 1e9), lookups, seconds);
    }
}
