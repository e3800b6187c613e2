package ma.balagh.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A realm on loopback that describes itself and shows the key of tests' tokens. It signs nobody in. Only a service whose
 * realm is on its own machine may send to servers there.
 */
final class LocalRealm implements AutoCloseable {

    private static final String PATH = "/realms/balagh";

    private final HttpServer server;

    private LocalRealm(HttpServer server) {
        this.server = server;
    }

    /** @param publicKey RSA as X.509, Base64 */
    static LocalRealm open(String publicKey) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        var realm = new LocalRealm(server);
        var metadata = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs"}""".formatted(realm.url());
        var keys = keySet(publicKey);
        server.createContext(PATH + "/.well-known/openid-configuration", exchange -> answer(exchange, metadata));
        server.createContext(PATH + "/certs", exchange -> answer(exchange, keys));
        server.start();
        return realm;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Without an id: tokens of tests name none. */
    private static String keySet(String publicKey) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            return """
                    {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}
                    """.formatted(encoded(key.getModulus()), encoded(key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this is no public key", e);
        }
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        var magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
