package ma.balagh.portal.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import ma.balagh.operation.InternalTlsClientFactory;

/** Streams an upload from the browser to a service: constant memory, nothing on disk. */
@ApplicationScoped
public class StreamingUploadClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A large file on a slow line; the services have their own limits. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final CallerTokenFilter caller;
    private final ProblemExceptionMapper problems;
    private final HttpClient client;

    StreamingUploadClient(
            CallerTokenFilter caller, ProblemExceptionMapper problems, InternalTlsClientFactory tlsClients) {
        this.caller = caller;
        this.problems = problems;
        this.client = tlsClients.client().connectTimeout(CONNECT).build();
    }

    /**
     * @param more headers beside those that every upload has
     * @return what the service answered
     */
    public String pass(String address, Map<String, String> more, HttpHeaders headers, InputStream body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .header(HttpHeaders.CONTENT_TYPE, headers.getMediaType().toString())
                .POST(publisher(headers, body));
        more.forEach(request::header);
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 400) {
            throw problems.of(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    /** With its length where the browser says it, so that the service notices a body that was cut off. */
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
}
