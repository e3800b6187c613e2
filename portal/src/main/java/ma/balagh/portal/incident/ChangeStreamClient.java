package ma.balagh.portal.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ma.balagh.operation.InternalTlsClientFactory;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Follows dispatch's stream of changes in the viewer's name. */
@ApplicationScoped
class ChangeStreamClient {

    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(10);

    private final CallerTokenFilter caller;
    private final ProblemExceptionMapper problems;
    private final HttpClient client;
    private final URI address;

    ChangeStreamClient(
            CallerTokenFilter caller,
            ProblemExceptionMapper problems,
            InternalTlsClientFactory tlsClients,
            @ConfigProperty(name = "quarkus.rest-client.dispatch.url") String dispatch) {
        this.caller = caller;
        this.problems = problems;
        this.client = tlsClients.client().connectTimeout(CONNECT).build();
        this.address = URI.create(dispatch + "/api/v1/incidents/events");
    }

    /** @param lastEventId where the browser stands; nothing for one that begins now */
    InputStream open(@Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(FIRST_BYTE)
                .header(HttpHeaders.AUTHORIZATION, caller.authorization());
        if (lastEventId != null && !lastEventId.isBlank()) {
            request.header(LAST_EVENT_ID, lastEventId);
        }
        HttpResponse<InputStream> answer = send(request.build());
        if (answer.statusCode() != 200) {
            throw problems.of(answer.statusCode(), text(answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new ProcessingException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(e);
        }
    }

    private static String text(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
    }
}
