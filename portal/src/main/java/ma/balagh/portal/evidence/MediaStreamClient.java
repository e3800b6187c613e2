package ma.balagh.portal.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import ma.balagh.operation.InternalTlsClientFactory;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;

/**
 * Streams media from a service to the browser: ranges, tags and lengths as the service says, with constant memory. The
 * REST client would hold the whole of it.
 */
@ApplicationScoped
public class MediaStreamClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(20);
    private static final int REDIRECT = 307;
    private static final List<String> PART = List.of("Range", "If-Range");
    private static final List<String> ASKED =
            List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE, "Range", "If-Range");
    private static final List<String> ANSWERED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            "Content-Range",
            "Accept-Ranges",
            "Repr-Digest",
            "X-Picture-At",
            "X-Picture-Previous",
            "X-Picture-Next");

    private final CallerTokenFilter caller;
    private final ProblemExceptionMapper problems;
    private final HttpClient services;
    /** An object store shows a certificate as the world has them. */
    private final HttpClient stores = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    MediaStreamClient(CallerTokenFilter caller, ProblemExceptionMapper problems, InternalTlsClientFactory tlsClients) {
        this.caller = caller;
        this.problems = problems;
        this.services = tlsClients.client().connectTimeout(CONNECT).build();
    }

    /** For looking at. */
    public Response pass(String address, ViewingPass pass, HttpHeaders asked) {
        return built(send(address, pass, asked, FIRST_BYTE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .build();
    }

    /** For keeping, under the name that the service gives it. */
    public Response download(String address, ViewingPass pass, HttpHeaders asked) {
        return download(address, pass, asked, FIRST_BYTE);
    }

    /** @param firstByte how long the service may take to make what it then sends */
    public Response download(String address, ViewingPass pass, HttpHeaders asked, Duration firstByte) {
        HttpResponse<InputStream> answer = send(address, pass, asked, firstByte);
        Response.ResponseBuilder response = built(answer);
        answer.headers()
                .firstValue(HttpHeaders.CONTENT_DISPOSITION)
                .ifPresent(name -> response.header(HttpHeaders.CONTENT_DISPOSITION, name));
        return response.build();
    }

    private Response.ResponseBuilder built(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status >= 400 && status != 416) {
            throw problems.of(status, text(answer.body()));
        }
        Response.ResponseBuilder response = Response.status(status).entity(answer.body());
        for (String header : ANSWERED) {
            answer.headers().firstValue(header).ifPresent(value -> response.header(header, value));
        }
        answer.headers()
                .firstValueAsLong(HttpHeaders.CONTENT_LENGTH)
                .ifPresent(length -> response.header(HttpHeaders.CONTENT_LENGTH, length));
        // Evidence leaves no copy on the machine that it was looked at.
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private HttpResponse<InputStream> send(String address, ViewingPass pass, HttpHeaders asked, Duration firstByte) {
        HttpResponse<InputStream> answer = send(
                services,
                request(URI.create(address), ASKED, asked)
                        .timeout(firstByte)
                        .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                        .header("X-Purpose", pass.header()));
        return answer.statusCode() == REDIRECT ? fromStore(answer, asked) : answer;
    }

    /** From the object store that has the bytes: it is asked for the same part, and never shown token or purpose. */
    private HttpResponse<InputStream> fromStore(HttpResponse<InputStream> redirect, HttpHeaders asked) {
        text(redirect.body());
        URI store = redirect.headers()
                .firstValue(HttpHeaders.LOCATION)
                .map(redirect.uri()::resolve)
                .orElseThrow(() -> new ProcessingException("a redirect to nowhere"));
        HttpResponse<InputStream> answer = send(stores, request(store, PART, asked));
        if (answer.statusCode() / 100 == 3) {
            text(answer.body());
            throw new ProcessingException("the object store redirects, too");
        }
        return answer;
    }

    private static HttpRequest.Builder request(URI address, List<String> passedOn, HttpHeaders asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(FIRST_BYTE);
        for (String header : passedOn) {
            String value = asked.getHeaderString(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return request;
    }

    private static HttpResponse<InputStream> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
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
