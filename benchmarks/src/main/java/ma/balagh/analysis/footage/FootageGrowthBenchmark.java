package ma.balagh.analysis.footage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.FilmThumbnails;

/**
 * Prints how the index of footage grows: memory by hour of footage, adding, start and search. {@code
 * FootageGrowthBenchmark DIR [MEDIA...]} fills DIR with segments of invented media of five seconds, ten frames and five
 * keyframes, and prints a line at each of these numbers; a million takes some 20 GB. Started again it goes on with what
 * lies in DIR, and without numbers it measures that alone. Times are CPU time but for those of start and reading.
 */
public final class FootageGrowthBenchmark {

    private static final UUID LEDGER = new UUID(1, 1);
    private static final int SECONDS = 5;
    private static final int FRAMES = 10;
    /**
     * Keyframes in memory from which they are written: a segment at a time, which {@link FootageSnapshotStore} does by
     * eighths.
     */
    private static final int RECENT = 1 << 16;

    private static final int QUERIES = 20;
    /** Pictures of ten seconds. */
    private static final int ASKED = 40;

    private static final int DISTANCE = 48;
    /** Of 256 bits of a copy's features. */
    private static final int CHANGED = 16;

    private static final double MILLION = 1e6;

    private final SegmentStore directory;
    private final Path path;
    private final InventedPictureFactory pictures;
    private final InventedFrameFactory frames;
    private final SplittableRandom random = new SplittableRandom(2);
    private FootageSnapshot index;

    private FootageGrowthBenchmark(Path path) throws IOException {
        this.path = path;
        this.directory = new SegmentStore(path, id -> {
            throw new IllegalStateException("damaged");
        });
        this.index = FootageSnapshot.of(directory.chain(LEDGER, List.of()));
        this.pictures = new InventedPictureFactory(1 + index.entries().size());
        this.frames = new InventedFrameFactory(
                InventedFrameFactory.Kind.VIDEO, 1 + index.entries().size());
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: FootageGrowthBenchmark DIR [MEDIA...]");
            System.exit(2);
        }
        var growth = new FootageGrowthBenchmark(Path.of(arguments[0]));
        int[] sizes =
                Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        if (sizes.length == 0) {
            growth.measure();
        }
        for (int size : sizes) {
            growth.growTo(size);
            growth.measure();
        }
    }

    private void growTo(int media) throws IOException {
        int before = index.entries().size();
        long adding = 0;
        while (index.entries().size() < media) {
            FootageEntry medium = medium(index.entries().size() + 1);
            long start = cpu();
            index = index.with(medium);
            if (index.table().recent().keyframes() >= RECENT || index.entries().size() == media) {
                index = index.with(directory.write(LEDGER, index, header -> true));
            }
            adding += cpu() - start;
        }
        System.out.printf(
                "%n%,d media: %.2f ms to add one and write it%n",
                media, adding / MILLION / Math.max(1, media - before));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private FootageEntry medium(int number) {
        var whole = new FingerprintTrack(
                timeline(FRAMES, 500), frames.words(FRAMES), List.of(PictureAlignment.Rectangle.ALL));
        List<LocalFeatures> features =
                Stream.generate(pictures::next).limit(SECONDS).toList();
        var footage = new MediumFootage(whole, List.of(), new MediumKeyframes(timeline(SECONDS, 1000), features));
        return new FootageEntry(number, new UUID(0, number), footage);
    }

    private static FrameTimeline timeline(int size, int interval) {
        var millis = new int[size];
        var runs = new int[size];
        for (int k = 0; k < size; k++) {
            millis[k] = interval * k;
            runs[k] = k;
        }
        return new FrameTimeline(1000L * SECONDS, interval, millis, runs, new boolean[size]);
    }

    private void measure() throws IOException {
        index = FootageSnapshot.empty();
        long before = used();
        long start = System.nanoTime();
        index = FootageSnapshot.of(directory.chain(LEDGER, List.of()));
        double started = (System.nanoTime() - start) / MILLION;
        List<SegmentHeader> headers = index.table().segments().stream()
                .map(FootageSegmentReader::header)
                .toList();
        double hours = index.entries().size() * SECONDS / 3600.0;
        long features = headers.stream().mapToLong(SegmentHeader::features).sum();
        long searched = headers.stream()
                .mapToLong(header -> header.end() - header.mediaAt())
                .sum();
        long read = headers.stream()
                .mapToLong(header -> header.end() - header.fingerprintsAt())
                .sum();
        System.out.printf(
                "%,d media, %.0f hours, %,d frames, %,d features in %d segments%n",
                index.entries().size(), hours, index.frames().frames(), features, headers.size());
        System.out.printf(
                "  files %.0f MB; mapped for searching %.0f MB: %.1f bytes a feature, %.2f MB an hour; heap %.0f MB: %.1f bytes a frame%n",
                headers.stream().mapToLong(SegmentHeader::end).sum() / MILLION,
                searched / MILLION,
                (double) searched / features,
                searched / MILLION / hours,
                (used() - before) / MILLION,
                (double) (used() - before) / index.frames().frames());
        double plain = reading(headers);
        System.out.printf(
                "  start %.0f ms, of which %.0f MB are read; plainly reading these %.0f ms: ratio %.1f%n",
                started, read / MILLION, plain, started / plain);
        search();
        search();
        System.out.printf("  resident of the files: %.0f MB%n", resident() / MILLION);
    }

    /** What it costs to read the same bytes and do nothing with them. */
    private double reading(List<SegmentHeader> headers) throws IOException {
        var buffer = new byte[1 << 20];
        long start = System.nanoTime();
        for (int k = 0; k < headers.size(); k++) {
            try (InputStream in =
                    Files.newInputStream(index.table().segments().get(k).file())) {
                in.skipNBytes(headers.get(k).fingerprintsAt());
                while (in.read(buffer) >= 0) {
                    // Reads on.
                }
            }
        }
        return (System.nanoTime() - start) / MILLION;
    }

    /** Clips of ten seconds, half of which a known medium shows, with other bits. */
    private void search() {
        long naming = 0;
        long scanning = 0;
        int found = 0;
        int named = 0;
        for (int k = 0; k < QUERIES; k++) {
            int known = random.nextInt(index.entries().size());
            List<LocalFeatures> asked = new ArrayList<>();
            for (LocalFeatures set : index.table().keyframes(known).features()) {
                asked.add(pictures.copy(set, CHANGED / 2));
                asked.add(pictures.next());
            }
            FootageQuery plain = frames.query(ASKED);
            var query = new FootageQuery(
                    plain.whole(),
                    List.of(),
                    new MediumKeyframes(timeline(asked.size(), 1000), asked),
                    KeyframePictures.NONE,
                    FilmThumbnails.NONE);
            long start = cpu();
            Map<Integer, Set<Transformation>> media = index.table().named(query, 0);
            naming += cpu() - start;
            start = cpu();
            index.frames().near(FrameQuery.of(query), DISTANCE, 0);
            scanning += cpu() - start;
            found += media.containsKey(known) ? 1 : 0;
            named += media.size();
        }
        System.out.printf(
                "  search with a clip of 10 s: features %.0f ms, fingerprints %.0f ms; %d of %d found, %.1f media named%n",
                naming / MILLION / QUERIES, scanning / MILLION / QUERIES, found, QUERIES, (double) named / QUERIES);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** How much of the mapped files this process has touched, by Linux. */
    private long resident() throws IOException {
        long resident = 0;
        boolean isOurs = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                isOurs = line.contains(path.toString()) && line.endsWith(".segment");
            } else if (isOurs && line.startsWith("Rss:")) {
                resident += 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return resident;
    }
}
