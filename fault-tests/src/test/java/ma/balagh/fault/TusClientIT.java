package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tus client that others wrote brings a film, and intake is killed meanwhile. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class TusClientIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path CLIENT = Path.of("src/test/tus");
    private static final int SIZE = 8 << 20;

    @Test
    void finishesByItselfAlthoughIntakeIsKilledInTheMiddle(Running suite) throws Exception {
        // Given
        var bytes = film();
        var film = Files.write(suite.scratch().resolve("film.mp4"), bytes);
        var reportId = suite.client()
                .post("partner-press", INTAKE, "/reports", Map.of("channel", "PRESS", "text", "Film in pieces"))
                .expect(201)
                .path("id")
                .asText();
        var said = new CopyOnWriteArrayList<String>();
        var client = client(suite, film, reportId);
        try {
            Thread.startVirtualThread(() -> client.inputReader().lines().forEach(said::add));
            AnswerPoller.until("an eighth is accepted", PATIENCE, said::size, pieces -> pieces >= 16);

            // When
            suite.kill("intake");
            var before = said.size();
            suite.up();

            // Then
            assertThat(client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            AnswerPoller.until("all is read", PATIENCE, said::getLast, line -> !line.startsWith("accepted"));
            assertThat(before).isLessThan(SIZE / (64 << 10));
            assertThat(said.getLast()).startsWith("evidence ");
        } finally {
            client.destroyForcibly();
        }
        assertIsWholeAndAlone(suite, reportId, said.getLast().substring("evidence ".length()), bytes);
    }

    private static void assertIsWholeAndAlone(Running suite, String reportId, String evidenceId, byte[] bytes)
            throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        var media = suite.client()
                .get("partner-press", INTAKE, "/reports/" + reportId)
                .expect(200)
                .path("media");
        assertThat(media.findValuesAsText("evidenceId")).containsExactly(evidenceId);
        assertThat(media.findValuesAsText("sha256")).containsExactly(sha256);
        var custody = suite.client()
                .get("intake", INTAKE, "/evidence/" + evidenceId + "/custody")
                .expect(200);
        assertThat(custody.path("intact").asBoolean()).isTrue();
        assertThat(custody.path("items").findValuesAsText("action"))
                .containsOnlyOnce("SECURED")
                .doesNotContain("SIGHTED", "DAMAGED", "RESTORED");
        var kept = suite.evidence().resolve(Path.of("sha256", sha256.substring(0, 2), sha256.substring(2, 4), sha256));
        assertThat(Files.mismatch(kept, Files.write(suite.scratch().resolve("sent"), bytes)))
                .isEqualTo(-1);
    }

    /** It begins like an MP4; what follows is noise, so that a piece in a wrong place shows. */
    private static byte[] film() {
        var bytes = new byte[SIZE];
        new Random(System.nanoTime()).nextBytes(bytes);
        var head = "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static Process client(Running suite, Path film, String reportId) throws Exception {
        var folder = suite.scratch();
        for (var file : List.of("package.json", "package-lock.json", "upload.mjs")) {
            Files.copy(CLIENT.resolve(file), folder.resolve(file));
        }
        var npm = run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .start();
        var output = npm.inputReader().lines().toList();
        assertThat(npm.waitFor()).as(() -> String.join("\n", output)).isZero();
        var node = run(
                folder,
                "node",
                "upload.mjs",
                suite.client().uri(INTAKE, "/api/v1/uploads").toString(),
                film.toString(),
                reportId);
        node.environment().put("TOKEN", suite.client().token("partner-press"));
        return node.start();
    }

    private static ProcessBuilder run(Path folder, String... command) {
        var isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command[0])));
        if (!isThere) {
            throw new IllegalStateException(
                    command[0] + " is missing: install it (Debian, Ubuntu: sudo apt install nodejs npm)");
        }
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }
}
