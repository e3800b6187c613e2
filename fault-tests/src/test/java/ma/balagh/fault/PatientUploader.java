package ma.balagh.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;

/** Brings films by tus, one after the other, through whatever happens to intake, and holds it to what it acknowledged. */
final class PatientUploader {

    private static final int PIECE = 20_000;
    private static final long PAUSE_MILLIS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Running suite;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    PatientUploader(Running suite) {
        this.suite = suite;
    }

    /** The report that the film was brought for. */
    String bring(byte[] film) throws InterruptedException {
        var reportId = suite.client()
                .post("partner-press", INTAKE, "/reports", Map.of("channel", "PARTNER", "text", "Film in pieces"))
                .expect(201)
                .path("id")
                .asText();
        var upload = create(reportId, film.length);
        var acknowledged = 0;
        while (acknowledged < film.length) {
            var offset = offset(upload);
            if (offset < acknowledged) {
                throw new AssertionError("%d bytes were acknowledged, %d are there".formatted(acknowledged, offset));
            }
            acknowledged = offset < film.length ? Math.max(offset, patch(upload, film, offset)) : offset;
        }
        return reportId;
    }

    private URI create(String reportId, int length) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        while (true) {
            var answer = send(request(suite.client().uri(INTAKE, "/api/v1/uploads"))
                    .header("Idempotency-Key", key)
                    .header("Upload-Length", Integer.toString(length))
                    .header(
                            "Upload-Metadata",
                            "reportId " + Base64.getEncoder().encodeToString(reportId.getBytes(UTF_8)))
                    .POST(BodyPublishers.noBody()));
            if (answer != null && answer.statusCode() == 201) {
                var location = answer.headers().firstValue("Location").orElseThrow();
                return suite.client().uri(INTAKE, URI.create(location).getPath());
            }
        }
    }

    private int offset(URI upload) throws InterruptedException {
        while (true) {
            var answer = send(request(upload).method("HEAD", BodyPublishers.noBody()));
            if (answer != null && answer.statusCode() == 200) {
                return Integer.parseInt(
                        answer.headers().firstValue("Upload-Offset").orElseThrow());
            }
        }
    }

    /** Sends pieces until one is not acknowledged; tells how much was. */
    private int patch(URI upload, byte[] film, int from) throws InterruptedException {
        for (var offset = from; offset < film.length; ) {
            Thread.sleep(PAUSE_MILLIS);
            BodyPublisher piece =
                    BodyPublishers.ofByteArray(Arrays.copyOfRange(film, offset, Math.min(offset + PIECE, film.length)));
            var answer = send(request(upload)
                    .header("Content-Type", "application/offset+octet-stream")
                    .header("Upload-Offset", Integer.toString(offset))
                    .method("PATCH", piece));
            if (answer == null || answer.statusCode() != 204) {
                return offset;
            }
            offset = Integer.parseInt(
                    answer.headers().firstValue("Upload-Offset").orElseThrow());
        }
        return film.length;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + suite.client().token("partner-press"))
                .header("Tus-Resumable", "1.0.0");
    }

    /** Null when intake was not there to answer; a moment has passed then. */
    private @Nullable HttpResponse<Void> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var answer = http.send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() >= 400) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return answer;
        } catch (IOException gone) {
            Thread.sleep(PAUSE_MILLIS);
            return null;
        }
    }
}
