package ma.balagh.platform.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a suite over REST as one of its accounts does. Every creating call carries an idempotency key and is
 * repeated while the service is away, so that a process killed in between neither loses nor doubles anything.
 */
public final class SuiteClient {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(2);
    private static final long RETRY_MILLIS = 250;
    private static final int STALE = 412;
    private static final int READINGS = 20;

    /** A service of the suite. */
    public enum Target {
        INTAKE(8081),
        ANALYSIS(8082),
        DISPATCH(8083);

        private final int port;

        Target(int port) {
            this.port = port;
        }

        /** The port that it has on this machine, without an offset. */
        int port() {
            return port;
        }

        /** The first part of its host's name in a cluster. */
        String hostName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The answer of a call.
     *
     * @param call its method and address
     * @param tag its {@code ETag}, null without one
     * @param body JSON, missing when there was none; a text when it was something else
     */
    public record Answer(String call, int status, @Nullable String tag, JsonNode body) {

        /** @throws IllegalStateException when the call had another status */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException(
                        "%s: expected status %d but got %d: %s".formatted(call, expected, status, body));
            }
            return body;
        }
    }

    private record Token(String value, Instant obtainedAt) {

        boolean isFresh() {
            return obtainedAt.plus(TOKEN_AGE).isAfter(Instant.now());
        }
    }

    private final SuiteAddresses addresses;

    /** It would ask for HTTP/2 without encryption by an upgrade, which not every proxy takes for the offer that it is. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public SuiteClient(SuiteAddresses addresses) {
        this.addresses = addresses;
    }

    public SuiteClient(int portOffset) {
        this(SuiteAddresses.onThisMachine(portOffset));
    }

    public static ObjectMapper json() {
        return JSON;
    }

    public Answer get(String account, Target target, String path) {
        return send(account, target, path, builder -> builder.GET());
    }

    public Answer post(String account, Target target, String path, Object body) {
        return postOfVersion(account, target, null, path, body);
    }

    /**
     * The same about something that the account reads first, and again when it changed in between.
     *
     * @param read the path of what is read
     */
    public Answer postAfterReading(String account, Target target, String read, String path, Object body) {
        var answer = postOfVersion(account, target, get(account, target, read).tag(), path, body);
        for (int again = 0; answer.status() == STALE && again < READINGS; again++) {
            answer = postOfVersion(account, target, get(account, target, read).tag(), path, body);
        }
        return answer;
    }

    /** @param tag the {@code ETag} of what was read; null where nothing could be */
    public Answer postOfVersion(String account, Target target, @Nullable String tag, String path, Object body) {
        var key = UUID.randomUUID().toString();
        return send(account, target, path, builder -> {
            var request = builder.header("Content-Type", "application/json").header("Idempotency-Key", key);
            return (tag == null ? request : request.header("If-Match", tag)).POST(jsonOf(body));
        });
    }

    public Answer put(String account, Target target, String path, Object body) {
        return send(
                account,
                target,
                path,
                builder -> builder.header("Content-Type", "application/json").PUT(jsonOf(body)));
    }

    /** Uploads a file as the medium of a report, streamed from disk. */
    public Answer upload(String account, String reportId, Path file, String mediaType) {
        return send(
                account,
                Target.INTAKE,
                "/reports/" + reportId + "/media",
                builder -> builder.header("Content-Type", mediaType)
                        .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                        .POST(bodyOf(file)));
    }

    /**
     * A bearer token of an account of the local realm; {@code partner-...} names are service accounts. Asked for once at a
     * time: Keycloak takes two logins of an account at the same moment for guessing.
     */
    public String token(String account) {
        return tokens.compute(
                        account,
                        (_, known) -> known != null && known.isFresh()
                                ? known
                                : new Token(fetchToken(account), Instant.now()))
                .value();
    }

    private String fetchToken(String account) {
        var form = account.startsWith("partner-")
                ? Map.of("grant_type", "client_credentials", "client_id", account, "client_secret", account)
                : Map.of("grant_type", "password", "client_id", "balagh-cli", "username", account, "password", account);
        var request = HttpRequest.newBuilder(
                        addresses.keycloak().resolve("/realms/balagh/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return untilAnswered(() -> request).expect(200).path("access_token").asText();
    }

    /** Where a path of a service is, from the root. */
    public URI uri(Target target, String path) {
        return addresses.of(target).resolve(path);
    }

    private Answer send(String account, Target target, String path, RequestShape shape) {
        var uri = uri(target, "/api/v1" + path);
        return untilAnswered(() -> shape.apply(HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token(account)))
                .build());
    }

    private Answer untilAnswered(RequestSource source) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var response = http.send(source.next(), BodyHandlers.ofByteArray());
                if (response.statusCode() < 500 || Instant.now().isAfter(deadline)) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new UncheckedIOException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the suite", e);
            }
            AnswerPoller.pause(RETRY_MILLIS);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        var call = response.request().method() + " " + response.uri();
        return new Answer(
                call,
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                body(response.body()));
    }

    private static JsonNode body(byte[] content) throws IOException {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException saidBySomebodyInBetween) {
            return TextNode.valueOf(new String(content, UTF_8));
        }
    }

    private static BodyPublisher jsonOf(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher bodyOf(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface RequestShape {
        HttpRequest.Builder apply(HttpRequest.Builder builder);
    }

    private interface RequestSource {
        HttpRequest next();
    }
}
