package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.SuiteUnderTest;

/** The suite's Keycloak, seen by its administrator and by those who try what it lets them. */
final class Keycloak {

    static final String ADDRESS = "http://localhost:" + (8180 + SuiteUnderTest.PORT_OFFSET);

    private static final String REALM = ADDRESS + "/realms/balagh/protocol/openid-connect";
    private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** A new browser with no cookies. */
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new LoopbackCookies()).build();

    /** Like a browser and unlike Java's own, it sends secure cookies to this machine by http, too. */
    private static final class LoopbackCookies extends CookieHandler {

        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return Map.of(
                    "Cookie",
                    List.of(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.getOrDefault("set-cookie", List.of()).stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
    }

    /** What the login page answers to somebody who is to be sent back there. */
    HttpResponse<String> authorize(String redirectUri) throws IOException, InterruptedException {
        return get(REALM + "/auth?"
                + encoded(Map.of(
                        "client_id", "portal",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", redirectUri,
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256")));
    }

    /** Signs in as the portal lets people do, and gets the tokens that it gets. */
    JsonNode signIn(String account, String redirectUri) throws IOException, InterruptedException {
        var form = FORM.matcher(authorize(redirectUri).body());
        if (!form.find()) {
            throw new IllegalStateException("the login page has no form");
        }
        var back = post(
                        form.group(1).replace("&amp;", "&"),
                        Map.of("username", account, "password", account, "credentialId", ""))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var code = back.replaceFirst(".*[?&]code=", "").replaceFirst("&.*", "");
        return json(token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirectUri,
                "code_verifier",
                VERIFIER,
                "client_id",
                "portal",
                "client_secret",
                "portal-local")));
    }

    HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", refreshToken,
                "client_id", "portal",
                "client_secret", "portal-local"));
    }

    /** Asks for a token as {@code ./balagh token} does. */
    HttpResponse<String> password(String client, String account, String password, String scope)
            throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", account,
                "password", password,
                "scope", scope));
    }

    /** Makes an account that no other test has. */
    String createAccount(String name, String password) throws IOException, InterruptedException {
        var created = administer("POST", "/users", """
                {"username": "%1$s", "enabled": true, "firstName": "A", "lastName": "B", "email": "%1$s@balagh.test",
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}""".formatted(name, password));
        return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    /** Ends every session of somebody. */
    void endSessions(String account) throws IOException, InterruptedException {
        var id = json(administer("GET", "/users?exact=true&username=" + account, ""))
                .path(0)
                .path("id")
                .asText();
        administer("POST", "/users/" + id + "/logout", "");
    }

    HttpResponse<String> administer(String method, String path, String body) throws IOException, InterruptedException {
        var token = json(post(
                        ADDRESS + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "admin-local")))
                .path("access_token")
                .asText();
        return http.send(
                HttpRequest.newBuilder(URI.create(ADDRESS + "/admin/realms/balagh" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return SuiteClient.json().readTree(answer.body());
    }

    private HttpResponse<String> token(Map<String, String> form) throws IOException, InterruptedException {
        return post(REALM + "/token", form);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, Map<String, String> form)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
