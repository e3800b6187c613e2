package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.platform.demo.Clips;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.system.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, on every endpoint that the services publish, with tokens of the real Keycloak. */
@ExtendWith(SuiteUnderTest.class)
final class AccessIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static List<Endpoint> endpoints() {
        return Endpoint.ALL;
    }

    @Test
    void knowsEveryEndpointThatTheServicesPublish(Running suite) throws Exception {
        // Given
        var known = Endpoint.ALL.stream().map(Endpoint::operation).collect(Collectors.toSet());

        // When
        var published = new HashSet<String>();
        for (var target : Target.values()) {
            published.addAll(publishedBy(suite, target));
        }

        // Then
        assertThat(published).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void answersNobodyWithoutAToken(Endpoint endpoint, Running suite) throws Exception {
        assertThat(status(suite, endpoint, null)).isEqualTo(401);
        assertThat(status(suite, endpoint, "no.token.atall")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesEveryRoleThatHasNoBusinessThere(Endpoint endpoint, Running suite) throws Exception {
        for (var account : Endpoint.EVERY_ACCOUNT) {
            var status = status(suite, endpoint, suite.client().token(account));
            if (endpoint.accounts().contains(account)) {
                assertThat(status).as("%s as %s", endpoint, account).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", endpoint, account).isEqualTo(endpoint.strangers());
            }
        }
    }

    @Test
    void showsNobodyWhatLiesInAnotherJurisdiction(Running suite) {
        // Given: a report and its dossier in Rabat
        var client = suite.client();
        var story = suite.story();
        var filed = story.file(
                "intake",
                "Agression à Rabat",
                "MA-RBA",
                Clips.synthetic(suite.scratch(), 7_000).robbery(),
                Map.of());
        var dossier = story.readyDossier(filed);
        var dossierPath = "/dossiers/" + dossier.path("id").asText();
        var examination = dossier.path("examinations").path(0).path("id").asText();

        // Then: for an analyst of Casablanca none of it exists
        assertAbsent(client, Target.INTAKE, "/reports/" + filed.reportId());
        assertAbsent(client, Target.INTAKE, "/receipts/" + filed.receipt());
        assertAbsent(client, Target.INTAKE, "/evidence/" + filed.evidenceId());
        assertAbsent(client, Target.INTAKE, "/evidence/" + filed.evidenceId() + "/custody");
        assertAbsent(client, Target.ANALYSIS, dossierPath);
        assertAbsent(client, Target.ANALYSIS, "/examinations/" + examination);
        client.post(
                        "casa-analyst",
                        Target.ANALYSIS,
                        dossierPath + "/verdict-proposals",
                        Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un film"))
                .expect(404);
        assertThat(client.get("casa-analyst", Target.ANALYSIS, "/dossiers?reportId=" + filed.reportId())
                        .expect(200)
                        .path("items"))
                .isEmpty();
        client.get("partner-city", Target.INTAKE, "/reports/" + filed.reportId())
                .expect(404);
        client.get("partner-city", Target.INTAKE, "/receipts/" + filed.receipt())
                .expect(404);
    }

    private static void assertAbsent(SuiteClient client, Target target, String path) {
        client.get("analyst", target, path).expect(200);
        client.get("casa-analyst", target, path).expect(404);
    }

    private Set<String> publishedBy(Running suite, Target target) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.client().uri(target, "/q/openapi?format=json"))
                .build();
        JsonNode document = SuiteClient.json()
                .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        var operations = new HashSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(target + " "
                                + operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceFirst("^/api/v1", ""))));
        return operations;
    }

    private int status(Running suite, Endpoint endpoint, @Nullable String token)
            throws IOException, InterruptedException {
        URI uri = suite.client().uri(endpoint.target(), "/api/v1" + endpoint.concretePath());
        var isUpload = endpoint.path().endsWith("/media");
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", isUpload ? "video/mp4" : "application/json")
                .method(
                        endpoint.method(),
                        endpoint.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
