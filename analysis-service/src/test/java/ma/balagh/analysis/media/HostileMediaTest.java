package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody sends is read or found unreadable for a reason that people understand, in time, and nothing else
 * happens: no connection, no other file read or written, no process left. All files come from fixed seeds.
 */
class HostileMediaTest {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** For a machine that is busy with other things, beyond what describing, preparing and decoding may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int FEWEST = 150;

    /**
     * What came of a file.
     *
     * @param why it cannot be read; null where it can
     * @param frames decoded
     * @param words said about it
     * @param failure what should never happen; null where it did not
     */
    private record Outcome(
            HostileFile file,
            @Nullable String why,
            int frames,
            List<String> words,
            Duration time,
            @Nullable Throwable failure) {}

    @TempDir
    static Path directory;

    private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private static @Nullable ServerSocket listener;
    private static List<String> workingDirectory = List.of();

    @BeforeAll
    static void readsThemAll() throws Exception {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener = socket;
        Thread.ofVirtual().start(() -> count(socket));
        workingDirectory = list(Path.of(""));

        List<HostileFile> files = HostileFiles.in(directory, socket.getLocalPort());
        MediaReader reader = Media.reader(
                scratches(),
                Map.of(
                        "balagh.media.probe-time-limit", LIMIT.toString(),
                        "balagh.media.decode-time-limit", LIMIT.toString()));
        Files.createDirectories(directory.resolve("sent"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Outcome>> calls = new ArrayList<>();
            files.forEach(file -> calls.add(() -> outcome(reader, file)));
            for (Future<Outcome> outcome : threads.invokeAll(calls)) {
                var before = OUTCOMES.putIfAbsent(outcome.get().file().name(), outcome.get());
                assertThat(before).as("two of one name").isNull();
            }
        }
    }

    private static Outcome outcome(MediaReader reader, HostileFile file) {
        long start = System.nanoTime();
        String why = null;
        int frames = 0;
        List<String> words = new ArrayList<>();
        Throwable failure = null;
        try {
            Path sent = directory.resolve("sent").resolve(file.name());
            Files.write(sent, file.bytes());
            try (ScratchDirectory scratch = Media.scratch(reader, sent)) {
                ProbeResult probe = reader.probe(scratch);
                DecodingResult decoding = reader.decode(scratch, probe, (at, luma, width, height) -> {});
                frames = decoding.frames();
                words.addAll(decoding.errors());
            } catch (UnreadableMediumException unreadable) {
                why = unreadable.why();
                words.add(why);
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            failure = e;
        }
        return new Outcome(file, why, frames, words, Duration.ofNanos(System.nanoTime() - start), failure);
    }

    @AfterAll
    static void stopsListening() throws IOException {
        if (listener != null) {
            listener.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> endsInTimeWithAResult() {
        return OUTCOMES.values().stream()
                .map(outcome -> DynamicTest.dynamicTest(outcome.file().name(), () -> {
                    assertThat(outcome.failure()).isNull();
                    assertThat(outcome.time()).isLessThan(LIMIT.multipliedBy(3).plus(PATIENCE));
                    if (!outcome.file().readable()) {
                        assertThat(outcome.why()).isNotNull();
                    }
                    assertThat(outcome.words())
                            .allSatisfy(word -> assertThat(word)
                                    .isNotBlank()
                                    .hasSizeLessThan(400)
                                    .doesNotContain(
                                            directory.toString(),
                                            "/tmp/",
                                            "/usr/",
                                            System.getProperty("user.dir"),
                                            "medium")
                                    .doesNotContainPattern("\\p{Cntrl}"));
                }));
    }

    @Test
    void triesAsManyAsItShould() {
        assertThat(OUTCOMES).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(OUTCOMES.values()).anyMatch(outcome -> outcome.frames() > 0);
    }

    @Test
    void connectsToNobody() {
        assertThat(CONNECTIONS).hasValue(0);
    }

    @Test
    void leavesNoFileAndNoProcess() throws Exception {
        assertThat(scratches()).isEmptyDirectory();
        assertThat(list(Path.of(""))).isEqualTo(workingDirectory);
        assertThat(list(directory)).containsExactlyInAnyOrder("honest", "scratch", "secret.ts", "sent");
        assertThat(list(directory.resolve("sent"))).hasSize(OUTCOMES.size());
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(child -> child.info().command().orElse("").matches(".*ff(mpeg|probe)"));
    }

    private static Path scratches() throws IOException {
        return Files.createDirectories(directory.resolve("scratch"));
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void count(ServerSocket socket) {
        while (true) {
            try (var connection = socket.accept()) {
                CONNECTIONS.incrementAndGet();
                assertThat(connection).isNotNull();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
