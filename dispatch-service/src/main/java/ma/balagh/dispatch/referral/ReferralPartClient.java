package ma.balagh.dispatch.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Purpose;
import ma.balagh.operation.InternalTlsClientFactory;
import org.jboss.logging.Logger;

/**
 * Fetches what intake and analysis have about an incident, in its caller's name. A part that the caller may not have is a
 * 409, one that cannot be had now a 503: no file is made without it.
 */
@ApplicationScoped
class ReferralPartClient {

    private static final Logger LOG = Logger.getLogger(ReferralPartClient.class);
    private static final Pattern SLASHES = Pattern.compile("/++$");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final int BUFFER = 64 * 1024;

    private final ReferralConfig config;
    private final ObjectMapper json;
    private final HttpClient http;

    ReferralPartClient(ReferralConfig config, ObjectMapper json, InternalTlsClientFactory tlsClients) {
        this.config = config;
        this.json = json;
        this.http = tlsClients.client().connectTimeout(config.connectTimeout()).build();
    }

    /** The evidence that stands in the dossier, as analysis lists it. */
    JsonNode evidence(UUID dossierId, ReferralRequest caller, Path scratch, long most) {
        String path = "/api/v1/dossiers/%s/evidence".formatted(dossierId);
        fetch(config.analysisUrl(), path, "the dossier", caller, scratch, most);
        try {
            return json.readTree(scratch.toFile());
        } catch (IOException e) {
            throw away("the dossier", e);
        }
    }

    /** The expertise report as PDF. */
    void report(UUID dossierId, ReferralRequest caller, Path file, long most) {
        String path = "/api/v1/dossiers/%s/report.pdf?lang=%s".formatted(dossierId, caller.language());
        fetch(config.analysisUrl(), path, "the expertise report", caller, file, most);
    }

    /** The bundle of an evidence. */
    void bundle(UUID evidenceId, ReferralRequest caller, Path file, long most) {
        String path = "/api/v1/evidence/%s/bundle".formatted(evidenceId);
        fetch(config.intakeUrl(), path, "the bundle of evidence " + evidenceId, caller, file, most);
    }

    private void fetch(URI service, String path, String part, ReferralRequest caller, Path file, long most) {
        URI address = URI.create(SLASHES.matcher(service.toString()).replaceFirst("") + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(config.fetchTimeLimit())
                .header("Authorization", "Bearer " + caller.token())
                .header(Purpose.HEADER, header(caller.purpose()))
                .build();
        long deadline = System.nanoTime() + config.fetchTimeLimit().toNanos();
        try {
            var wait = ask(request, part, file, most, deadline);
            while (wait.isPresent()) {
                Thread.sleep(wait.get());
                wait = ask(request, part, file, most, deadline);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw away(part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(part, e);
        }
    }

    /** @return after what time to ask again; nothing when the part is there */
    private Optional<Duration> ask(HttpRequest request, String part, Path file, long most, long deadline)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        var pending = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            var response = pending.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            try (var body = response.body()) {
                var wait = wait(response, deadline);
                if (wait.isEmpty()) {
                    requireGiven(response, part);
                    copyInTime(body, file, part, most, deadline);
                }
                return wait;
            }
        } finally {
            pending.cancel(true);
        }
    }

    /** Intake limits how much one person reads in a minute: what is fetched so far is not thrown away for it. */
    private static Optional<Duration> wait(HttpResponse<?> response, long deadline) {
        if (response.statusCode() != 429) {
            return Optional.empty();
        }
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Math.max(1, Long.parseLong(value))))
                .filter(wait -> wait.toNanos() < deadline - System.nanoTime());
    }

    private static void requireGiven(HttpResponse<?> response, String part) {
        int status = response.statusCode();
        switch (status) {
            case 200 -> {}
            // This service accepted the token a moment ago.
            case 401 ->
                throw CommonProblem.UNAVAILABLE
                        .because("the access token expired before %s was fetched: ask with a new one".formatted(part))
                        .retryAfter(LATER);
            case 403, 404, 410 ->
                throw DispatchProblem.REFERRAL_INCOMPLETE.because(
                        "%s is not to be had for you (%d): no file is made without it".formatted(part, status));
            default -> throw away(part, new IOException("answered " + status));
        }
    }

    /** Closes the body at the deadline: a read from a server that stops half-way would wait for ever. */
    private void copyInTime(InputStream body, Path file, String part, long most, long deadline) throws IOException {
        var delay = CompletableFuture.delayedExecutor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        var closed = CompletableFuture.runAsync(() -> close(body), delay);
        try {
            copy(body, file, part, most);
        } catch (IOException e) {
            throw closed.isDone() ? new IOException("took longer than " + config.fetchTimeLimit(), e) : e;
        } finally {
            closed.cancel(false);
        }
    }

    private static void copy(InputStream body, Path file, String part, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > most) {
                    throw DispatchProblem.REFERRAL_TOO_LARGE.because(
                            "with %s it would be larger than balagh.referral.max-size".formatted(part));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debugf("a part of a referral file cannot be closed: %s", e.toString());
        }
    }

    private static ProblemException away(String part, Exception cause) {
        LOG.warnf("a part of a referral file cannot be fetched: %s", cause.toString());
        return CommonProblem.UNAVAILABLE
                .because(part + " cannot be fetched now")
                .retryAfter(LATER);
    }

    /** As {@code Purpose} reads it: percent-encoded UTF-8, whatever the text. */
    private static String header(Purpose purpose) {
        return "UTF-8''"
                + URLEncoder.encode(purpose.text(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
