package ma.balagh.portal.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An identity provider that lets one person in: the analyst {@code amina}. Its tokens look like Keycloak's. */
final class FakeLogin {

    private static final String REALM = "/realms/balagh";
    private static final String KEY_ID = "fake";

    private final String issuer;
    private final KeyPair keys;
    private volatile String nonce = "";

    FakeLogin(HttpServer server, String url) {
        this.issuer = url + REALM;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
        server.createContext(REALM + "/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext(REALM + "/certs", exchange -> answer(exchange, keySet()));
        server.createContext(REALM + "/auth", this::authorize);
        server.createContext(REALM + "/token", exchange -> answer(exchange, tokens()));
    }

    String issuer() {
        return issuer;
    }

    /** An access token as Keycloak issues it. */
    String accessToken(String user, String... roles) {
        return Jwt.issuer(issuer)
                .subject("subject-of-" + user)
                .audience("balagh")
                .preferredUserName(user)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .claim("jurisdictions", List.of("MA"))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
    }

    private String tokens() {
        String idToken = Jwt.issuer(issuer)
                .subject("subject-of-amina")
                .audience("portal")
                .preferredUserName("amina")
                .claim("nonce", nonce)
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
        return """
                {"access_token": "%s", "id_token": "%s", "refresh_token": "refresh", "token_type": "Bearer", "expires_in": 300}
                """.formatted(accessToken("amina", "analyst"), idToken);
    }

    /** Lets everybody in at once, as if the password had been right. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        nonce = query.getOrDefault("nonce", "");
        String back = query.get("redirect_uri") + "?code=granted&state=" + query.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(Set.of("S256").contains(query.get("code_challenge_method")) ? 302 : 400, -1);
        exchange.close();
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout"}
                """.formatted(issuer);
    }

    private String keySet() {
        var key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "kid": "%s", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}
                """.formatted(KEY_ID, encoded(key.getModulus()), encoded(key.getPublicExponent()));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
