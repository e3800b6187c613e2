package ma.balagh.dispatch.inquiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.operation.InternalTlsClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks intake for the digest of evidence, in the caller's name: intake decides what exists for that person. */
@ApplicationScoped
class InquiryEvidenceClient {

    private static final Pattern SLASHES = Pattern.compile("/++$");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final String intake;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final HttpClient http;

    /** @param intake where it is */
    InquiryEvidenceClient(
            @ConfigProperty(name = "balagh.inquiry.intake-url") URI intake,
            SecurityIdentity identity,
            ObjectMapper json,
            InternalTlsClientFactory tlsClients) {
        this.intake = SLASHES.matcher(intake.toString()).replaceFirst("");
        this.identity = identity;
        this.json = json;
        this.http = tlsClients.client().connectTimeout(PATIENCE).build();
    }

    /**
     * SHA-256 in hexadecimal digits.
     *
     * @throws ProblemException 400 for evidence that the caller does not see, 503 where intake does not answer, or with something else
     */
    String digestOf(UUID evidenceId) {
        String token = identity.getCredential(AccessTokenCredential.class).getToken();
        var request = HttpRequest.newBuilder(URI.create(intake + "/api/v1/evidence/" + evidenceId))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return digest(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private String digest(HttpResponse<byte[]> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> {
                String digest = json.readTree(response.body()).path("sha256").asText();
                if (!DIGEST.matcher(digest).matches()) {
                    throw away();
                }
                yield digest;
            }
            case 403, 404 ->
                throw CommonProblem.invalid(Violation.unfitting("evidenceId", "must be evidence that you may see"));
            default -> throw away();
        };
    }

    private static ProblemException away() {
        return CommonProblem.UNAVAILABLE
                .because("the evidence cannot be looked up now")
                .retryAfter(LATER);
    }
}
