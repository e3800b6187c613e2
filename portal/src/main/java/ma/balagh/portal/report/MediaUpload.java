package ma.balagh.portal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerToken;
import ma.balagh.portal.upstream.ProblemReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Passes a medium on to intake piece by piece as it comes from the browser: memory flat, nothing on disk here. */
@ApplicationScoped
class MediaUpload {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A large file on a slow line; intake has its own limits. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final CallerToken caller;
    private final ProblemReader problems;
    private final String intake;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    MediaUpload(
            CallerToken caller,
            ProblemReader problems,
            @ConfigProperty(name = "quarkus.rest-client.intake.url") String intake) {
        this.caller = caller;
        this.problems = problems;
        this.intake = intake;
    }

    void pass(UUID reportId, @Nullable String name, HttpHeaders headers, InputStream body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(intake + "/api/v1/reports/" + reportId + "/media"))
                .timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .header(HttpHeaders.CONTENT_TYPE, headers.getMediaType().toString())
                .POST(publisher(headers, body));
        if (name != null) {
            request.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name));
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 400) {
            throw problems.of(answer.statusCode(), answer.body());
        }
    }

    /** With its length where the browser says it, so that intake notices a body that was cut off. */
    private static HttpRequest.BodyPublisher publisher(HttpHeaders headers, InputStream body) {
        HttpRequest.BodyPublisher pieces = HttpRequest.BodyPublishers.ofInputStream(() -> body);
        int length = headers.getLength();
        return length > 0 ? HttpRequest.BodyPublishers.fromPublisher(pieces, length) : pieces;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ProcessingException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(e);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
