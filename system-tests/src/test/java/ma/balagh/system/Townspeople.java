package ma.balagh.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.SuiteUnderTest;

/** An account for each role whose territory is Casablanca alone, made in the Keycloak of the suite under test. */
final class Townspeople {

    static final String TERRITORY = "MA-CAS";

    private static final Map<String, String> ROLES = Map.of(
            "intake", "intake-officer",
            "analyst", "analyst",
            "officer", "judicial-officer",
            "dispatcher", "dispatcher",
            "unit1", "field-unit",
            "affairs", "internal-affairs",
            "commander", "commander",
            "auditor", "auditor",
            "protection", "data-protection-officer");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak = "http://localhost:" + (8180 + SuiteUnderTest.PORT_OFFSET);
    private final String token;

    private Townspeople() throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=admin-local";
        var request = HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        this.token = json(send(request, 200)).path("access_token").asText();
    }

    static void settle() throws IOException, InterruptedException {
        var townspeople = new Townspeople();
        for (var role : ROLES.entrySet()) {
            townspeople.add(counterpartOf(role.getKey()), role.getValue());
        }
    }

    /** Who has the same role in Casablanca; a partner sees its own reports only, wherever it is. */
    static String counterpartOf(String account) {
        return account.equals("partner-press") ? "partner-city" : "town-" + account;
    }

    private void add(String name, String role) throws IOException, InterruptedException {
        var user = Map.of(
                "username",
                name,
                "enabled",
                true,
                "emailVerified",
                true,
                "firstName",
                name,
                "lastName",
                "Casablanca",
                "email",
                name + "@balagh.test",
                // The call sign of the unit that was sent elsewhere: that alone must not open its incident.
                "attributes",
                Map.of("jurisdictions", List.of(TERRITORY), "unit", List.of(Hidden.CALL_SIGN)),
                "credentials",
                List.of(Map.of("type", "password", "value", name, "temporary", false)));
        var created = send(administer("/users").POST(body(user)), 201);
        var id = created.headers().firstValue("location").orElseThrow().replaceFirst(".*/", "");
        var found = json(send(administer("/roles/" + role), 200));
        send(administer("/users/" + id + "/role-mappings/realm").POST(body(List.of(found))), 204);
    }

    private HttpRequest.Builder administer(String path) {
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/balagh" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response + ": " + SuiteClient.json().readTree(response.body()));
        }
        return response;
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return SuiteClient.json().readTree(response.body());
    }

    private static HttpRequest.BodyPublisher body(Object value) throws IOException {
        return BodyPublishers.ofByteArray(SuiteClient.json().writeValueAsBytes(value));
    }
}
