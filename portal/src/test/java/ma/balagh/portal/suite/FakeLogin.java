package ma.balagh.portal.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * An identity provider that lets one person in: {@code amina}, an analyst. Its tokens look like Keycloak's; each refresh
 * token is taken once, and its second use ends the session.
 */
public final class FakeLogin {

    private static final String REALM = "/realms/balagh";
    private static final String KEY_ID = "fake";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String issuer;
    private final KeyPair keys;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile String nonce = "";
    private volatile String session = "";
    private volatile String refreshToken = "";
    private volatile List<String> roles = List.of("analyst");
    private volatile Duration firstLife = LIFE;

    FakeLogin(HttpServer server, String url) {
        this.issuer = url + REALM;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
        server.createContext(
                REALM + "/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext(REALM + "/certs", exchange -> answer(exchange, 200, keySet()));
        server.createContext(REALM + "/auth", this::authorize);
        server.createContext(REALM + "/token", this::token);
        server.createContext(REALM + "/userinfo", this::userInfo);
    }

    /** Forgets what a test asked for: an analyst with tokens of the usual life. */
    public void reset() {
        roles = List.of("analyst");
        firstLife = LIFE;
        refreshes.set(0);
    }

    /** What {@code amina} may do when she signs in next. */
    public void grant(String... granted) {
        roles = List.of(granted);
    }

    /** How long the next login's tokens live; renewed ones live the usual time. */
    public void issueTokensFor(Duration life) {
        firstLife = life;
    }

    /** What an administrator does to the latest session. */
    public void endSession() {
        ended.add(session);
    }

    /** How often tokens were asked to be renewed. */
    public int refreshes() {
        return refreshes.get();
    }

    String issuer() {
        return issuer;
    }

    /** An access token as Keycloak issues it. */
    String accessToken(String user, String... granted) {
        return accessToken(user, LIFE, "none", granted);
    }

    private String accessToken(String user, Duration life, String sessionId, String... granted) {
        return accessToken("MA", user, life, sessionId, granted);
    }

    /** One of somebody who works in that jurisdiction. */
    String localToken(String jurisdiction, String user, String... granted) {
        return accessToken(jurisdiction, user, LIFE, "none", granted);
    }

    private String accessToken(String jurisdiction, String user, Duration life, String sessionId, String... granted) {
        return Jwt.issuer(issuer)
                .claim("sid", sessionId)
                .subject("subject-of-" + user)
                .audience("balagh")
                .preferredUserName(user)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of(granted)))
                .claim("jurisdictions", List.of(jurisdiction))
                .expiresIn(life)
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
    }

    /** Takes its time to renew, as long as it takes several requests to arrive. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!"refresh_token".equals(form.get("grant_type"))) {
            session = UUID.randomUUID().toString();
            answer(exchange, 200, tokens(firstLife));
            return;
        }
        refreshes.incrementAndGet();
        if (!refreshToken.equals(form.get("refresh_token")) || ended.contains(session)) {
            ended.add(session);
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String renewed = tokens(LIFE);
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        answer(exchange, 200, renewed);
    }

    private synchronized String tokens(Duration life) {
        refreshToken = UUID.randomUUID().toString();
        String idToken = Jwt.issuer(issuer)
                .subject("subject-of-amina")
                .audience("portal")
                .preferredUserName("amina")
                .claim("nonce", nonce)
                .claim("sid", session)
                .expiresIn(life)
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
        return """
                {"access_token": "%s", "id_token": "%s", "refresh_token": "%s", "token_type": "Bearer", "expires_in": %d}
                """.formatted(
                        accessToken("amina", life, session, roles.toArray(String[]::new)),
                        idToken,
                        refreshToken,
                        life.toSeconds());
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("Bearer ", "");
        var claims = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1])));
        if (ended.contains(claims.getString("sid"))) {
            answer(exchange, 401, "{\"error\": \"invalid_token\"}");
        } else {
            answer(exchange, 200, "{\"sub\": \"%s\"}".formatted(claims.getString("sub")));
        }
    }

    /** Lets everybody in at once, as if the password had been right. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        nonce = query.getOrDefault("nonce", "");
        String back = query.get("redirect_uri") + "?code=granted&state=" + query.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(Set.of("S256").contains(query.get("code_challenge_method")) ? 302 : 400, -1);
        exchange.close();
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout", "userinfo_endpoint": "%1$s/userinfo"}
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

    private static Map<String, String> fields(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
