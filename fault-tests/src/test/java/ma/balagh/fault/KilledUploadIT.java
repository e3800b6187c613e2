package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills intake while a long film comes in: what the sender repeats is one evidence, and of the half nothing stays. */
@ExtendWith(SuiteUnderTest.class)
final class KilledUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long SIZE = 200L << 20;
    private static final long SENT = SIZE / 2;

    private final String key = UUID.randomUUID().toString();

    @Test
    void keepsOneEvidenceAndNoHalfFileWhenIntakeIsKilledDuringAnUpload(Running suite) throws Exception {
        // Given
        var film = film(suite.scratch());
        var reportId = suite.client()
                .post("intake", INTAKE, "/reports", Map.of("channel", "DESK", "text", "Long film"))
                .expect(201)
                .path("id")
                .asText();

        // When: by a client that asks for HTTP/2, which must not take the whole film into memory
        var killed = new CountDownLatch(1);
        try (var http = HttpClient.newHttpClient()) {
            var first = http.sendAsync(
                    upload(suite, reportId, BodyPublishers.ofInputStream(() -> halting(film, killed))),
                    BodyHandlers.ofString());
            AnswerPoller.until("half of it has come in", PATIENCE, () -> unfinished(suite), size -> size >= SENT / 2);
            suite.kill("intake");
            killed.countDown();
            assertThat(first).failsWithin(PATIENCE);
            assertThat(unfinished(suite)).isPositive();
            suite.up();

            // Then
            var answer = http.send(upload(suite, reportId, BodyPublishers.ofFile(film)), BodyHandlers.ofString());
            var again = http.send(upload(suite, reportId, BodyPublishers.ofFile(film)), BodyHandlers.ofString());
            assertThat(List.of(answer.statusCode(), again.statusCode())).containsOnly(201);
            assertThat(again.body()).isEqualTo(answer.body());
            assertIsWholeAndAlone(suite, reportId, SuiteClient.json().readTree(answer.body()));
        }
        assertThat(unfinished(suite)).isZero();
    }

    private static void assertIsWholeAndAlone(Running suite, String reportId, JsonNode secured) {
        assertThat(secured.path("alreadyKnown").asBoolean()).isFalse();
        assertThat(secured.path("size").asLong()).isEqualTo(SIZE);
        var evidenceId = secured.path("evidenceId").asText();
        var media = suite.client()
                .get("intake", INTAKE, "/reports/" + reportId)
                .expect(200)
                .path("media");
        assertThat(media.findValuesAsText("evidenceId")).containsExactly(evidenceId);
        var custody = suite.client()
                .get("intake", INTAKE, "/evidence/" + evidenceId + "/custody")
                .expect(200);
        assertThat(custody.path("intact").asBoolean()).isTrue();
        assertThat(custody.path("items").findValuesAsText("action"))
                .contains("SECURED")
                .doesNotContain("SIGHTED", "DAMAGED", "RESTORED");
    }

    private HttpRequest upload(Running suite, String reportId, BodyPublisher body) {
        return HttpRequest.newBuilder(suite.client().uri(INTAKE, "/api/v1/reports/" + reportId + "/media"))
                .header("Authorization", "Bearer " + suite.client().token("intake"))
                .header("Content-Type", "video/mp4")
                .header("Idempotency-Key", key)
                .timeout(PATIENCE)
                .POST(BodyPublishers.fromPublisher(body, SIZE))
                .build();
    }

    /** It begins like an MP4; what follows is a hole in the file. */
    private static Path film(Path folder) throws IOException {
        var film = folder.resolve("film.mp4");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.writeBytes("\0\0\0\u0018ftypisom\0\0\0\0isommp42");
            file.setLength(SIZE);
        }
        return film;
    }

    /** The film, whose second half is held back until then. */
    private static InputStream halting(Path film, CountDownLatch until) {
        try {
            return new FilterInputStream(Files.newInputStream(film)) {

                private long sent;

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    if (sent >= SENT) {
                        await(until);
                    }
                    int read = super.read(into, offset, length);
                    sent += read;
                    return read;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** How many bytes stand where media are that are still coming in. */
    private static long unfinished(Running suite) {
        try (Stream<Path> files = Files.walk(suite.evidence().resolve("incoming"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
