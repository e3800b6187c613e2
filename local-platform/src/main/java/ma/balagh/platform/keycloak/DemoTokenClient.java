package ma.balagh.platform.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePorts;

/** Access tokens of the local realm's accounts. */
public final class DemoTokenClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SuitePorts ports;

    public DemoTokenClient(SuitePorts ports) {
        this.ports = ports;
    }

    /** The access token of a demo account, whose password is its name. */
    public String ofUser(String user) throws IOException {
        return token(
                Map.of("grant_type", "password", "client_id", "balagh-cli", "username", user, "password", user), user);
    }

    private String token(Map<String, String> form, String who) throws IOException {
        var connection = (HttpURLConnection) URI.create(ports.issuer() + "/protocol/openid-connect/token")
                .toURL()
                .openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(20_000);
        connection.setDoOutput(true);
        try (var body = connection.getOutputStream()) {
            body.write(encoded(form).getBytes(UTF_8));
        }
        var status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new SuiteException(
                    isUnknown(connection)
                            ? "Keycloak gives no token to " + who + ": there is no such demo account."
                            : "Keycloak answers " + status + " and gives no token; see ./balagh logs keycloak.");
        }
        try (var answer = connection.getInputStream()) {
            return JSON.readTree(answer).path("access_token").asText();
        }
    }

    /** What RFC 6749 (5.2) calls an account or password that does not fit; Keycloak says so with 400 or 401. */
    private static boolean isUnknown(HttpURLConnection connection) throws IOException {
        try (var problem = connection.getErrorStream()) {
            return problem != null
                    && JSON.readTree(problem).path("error").asText().equals("invalid_grant");
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
