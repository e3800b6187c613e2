package ma.balagh.analysis.examination;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import ma.balagh.operation.InternalTlsClientFactory;

/**
 * Fetches evidence from the intake service, as the laboratory. Follows redirects (to an object store) and sends the
 * token to intake alone.
 */
@ApplicationScoped
public class IntakeClient {

    private static final Pattern SLASHES = Pattern.compile("/++$");

    /** Intake keeps the evidence's bytes no more. */
    public static final class Erased extends IOException {

        private static final long serialVersionUID = 1L;

        private Erased() {
            super("intake has erased the evidence");
        }
    }

    private static final int GONE = 410;
    private static final int REDIRECTS = 3;
    private static final Duration TOKEN_LIMIT = Duration.ofSeconds(10);

    private final IntakeConfig config;
    private final OidcClient oidc;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient intake;
    private final HttpClient stores;

    IntakeClient(IntakeConfig config, OidcClient oidc, InternalTlsClientFactory tlsClients) {
        this.config = config;
        this.oidc = oidc;
        this.intake =
                tlsClients.client().connectTimeout(config.connectTimeout()).build();
        // An object store shows a certificate as the world has them.
        this.stores = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /**
     * Writes an evidence's bytes to a file, hashing them on the way.
     *
     * @param purpose why, for the trace that intake keeps
     * @return their SHA-256, 64 lower-case hexadecimal digits
     * @throws Erased when there are none any more
     * @throws IOException when intake does not answer, or not with the whole evidence: worth another try later
     */
    public String fetch(UUID evidenceId, String purpose, Path file) throws IOException, InterruptedException {
        URI origin = config.url();
        URI address = URI.create(
                SLASHES.matcher(origin.toString()).replaceFirst("") + "/api/v1/evidence/" + evidenceId + "/content");
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            MessageDigest sha256 = sha256();
            HttpResponse<Void> response = get(address, sameOrigin(origin, address), purpose, file, sha256);
            if (response.statusCode() == 200) {
                return HexFormat.of().formatHex(sha256.digest());
            }
            if (response.statusCode() == GONE) {
                throw new Erased();
            }
            if (response.statusCode() / 100 != 3) {
                throw new IOException("intake answers " + response.statusCode());
            }
            String location = response.headers()
                    .firstValue("location")
                    .orElseThrow(() -> new IOException("intake redirects to nowhere"));
            address = address.resolve(location);
        }
        throw new IOException("intake redirects more than " + REDIRECTS + " times");
    }

    private HttpResponse<Void> get(URI address, boolean ours, String purpose, Path file, MessageDigest digest)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(config.fetchTimeLimit());
        if (ours) {
            request.header("Authorization", "Bearer " + token()).header("X-Purpose", purpose);
        }
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            var pending = (ours ? intake : stores)
                    .sendAsync(
                            request.build(),
                            head -> head.statusCode() == 200
                                    ? BodySubscribers.ofByteArrayConsumer(
                                            part -> part.ifPresent(bytes -> write(out, bytes)))
                                    : BodySubscribers.discarding());
            try {
                return pending.get(config.fetchTimeLimit().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new IOException("fetching took longer than " + config.fetchTimeLimit(), e);
            } catch (ExecutionException e) {
                throw new IOException("fetching failed: " + e.getCause(), e);
            } finally {
                pending.cancel(true);
            }
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() throws IOException {
        try {
            return tokens.getTokens(oidc).await().atMost(TOKEN_LIMIT).getAccessToken();
        } catch (RuntimeException e) {
            throw new IOException("no token for intake: " + e.getMessage(), e);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme()) && one.getAuthority().equals(other.getAuthority());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
