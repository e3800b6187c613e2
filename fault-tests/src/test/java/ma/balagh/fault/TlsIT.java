package ma.balagh.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import ma.balagh.fault.Authority.Shown;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.test.SuiteUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged portal with the variables of {@code k8s/components/tls} and the files that they name, among a realm and
 * services that show certificates: right ones, one of another authority, and one with another name.
 */
@DisabledIfSystemProperty(
        named = SuiteUnderTest.FLAVOUR,
        matches = "native",
        disabledReason = "It has packages of its own.")
final class TlsIT {

    private static final Path REPOSITORY =
            SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath());
    private static final Pattern SETTING = Pattern.compile("(?m)^  ([A-Z_]+): (.+)$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PORT = PortProbe.anyFree();
    private static final Authority AUTHORITY = new Authority();
    private static final KeyPair REALM = realmKeys();
    private static final List<HttpsServer> SERVERS = new ArrayList<>();
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @TempDir
    static Path files;

    @SuppressWarnings("NullAway.Init") // by start
    private static Process portal;

    @SuppressWarnings("NullAway.Init") // by start
    private static String issuer;

    @BeforeAll
    static void start() throws Exception {
        mount(AUTHORITY.certify("portal", "localhost"));
        issuer = server(AUTHORITY.certify("localhost")) + "/realms/balagh";
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        REPOSITORY
                                .resolve("portal/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("log").toFile());
        var environment = builder.environment();
        SETTING.matcher(Files.readString(REPOSITORY.resolve("k8s/components/tls/02.ConfigMap.tls.yaml")))
                .results()
                .forEach(setting -> environment.put(
                        setting.group(1),
                        setting.group(2).replace("/run/tls", mounted().toString())));
        assertThat(environment).containsKey("BALAGH_TLS");
        environment.put("QUARKUS_TLS_PODS_RELOAD_PERIOD", "1s");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(PORT));
        environment.put("BALAGH_PORTAL_ADDRESS", "https://localhost:" + PORT);
        environment.put("BALAGH_OIDC_URL", issuer);
        environment.put("BALAGH_ANALYSIS_URL", server(AUTHORITY.certify("localhost")));
        environment.put("BALAGH_INTAKE_URL", server(new Authority().certify("localhost")));
        environment.put("BALAGH_DISPATCH_URL", server(AUTHORITY.certify("elsewhere")));
        // So that a token does, in place of signing in.
        environment.put("QUARKUS_OIDC_APPLICATION_TYPE", "hybrid");
        portal = builder.start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsMatching(e -> portal.isAlive())
                .untilAsserted(() -> assertThat(get("/q/health/started").statusCode())
                        .as(TlsIT::log)
                        .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.destroyForcibly();
        }
        SERVERS.forEach(server -> server.stop(0));
    }

    @Test
    void answersByHttpsAlone() throws Exception {
        // When
        var answer = get("/q/health/ready");

        // Then: ready, since it believes the realm
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.version())
                .as("a body that comes by HTTP/2 comes past flow control")
                .isEqualTo(HttpClient.Version.HTTP_1_1);
        try (var plain = HttpClient.newHttpClient()) {
            var request = request("http://localhost:" + PORT + "/q/health/live");
            assertThatThrownBy(() -> plain.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        try (var world = HttpClient.newHttpClient()) {
            var request = request("https://localhost:" + PORT + "/q/health/live");
            assertThatThrownBy(() -> world.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void believesServicesByTheirAuthorityAndName() throws Exception {
        // When
        var believed = get("/dossiers");
        var ofAnotherAuthority = get("/reports");
        var withAnotherName = get("/incidents");

        // Then
        assertThat(believed.statusCode()).as(believed.body() + log()).isEqualTo(200);
        assertThat(CALLS)
                .contains("GET /api/v1/dossiers")
                .doesNotContain("GET /api/v1/reports", "GET /api/v1/incidents");
        assertThat(ofAnotherAuthority.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(withAnotherName.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(log())
                .contains("signature check failed", "No subject alternative DNS name matching localhost found");
    }

    @Test
    void showsARenewedCertificateWithoutARestart() throws Exception {
        // Given
        var renewed = AUTHORITY.certify("portal", "localhost", "renewed");

        // When
        mount(renewed);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown()).isEqualTo(renewed.certificate()));
    }

    private static Path mounted() {
        return files.resolve("tls");
    }

    /** As a kubelet does it: what was there is replaced at once. */
    private static void mount(Shown shown) throws IOException {
        var link = files.resolve("link");
        Files.createSymbolicLink(link, Files.createTempDirectory(files, "tls"));
        AUTHORITY.write(link, shown);
        Files.move(link, mounted(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static X509Certificate shown() throws Exception {
        return (X509Certificate)
                get("/q/health/live").sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(AUTHORITY.client()).build()) {
            return client.send(request("https://localhost:" + PORT + path), BodyHandlers.ofString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token())
                .build();
    }

    private static String log() {
        try {
            return Files.readString(files.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A realm and a service in one, which shows that. */
    private static String server(Shown shown) throws IOException, GeneralSecurityException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Authority.server(shown)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var address = "https://localhost:" + server.getAddress().getPort();
        var realm = address + "/realms/balagh";
        server.createContext(
                "/realms/balagh/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout",
                 "userinfo_endpoint": "%1$s/userinfo"}""".formatted(realm)));
        server.createContext("/realms/balagh/userinfo", exchange -> answer(exchange, "{\"sub\": \"a\"}"));
        server.createContext("/realms/balagh/certs", exchange -> answer(exchange, keySet()));
        server.createContext("/api/v1", exchange -> {
            CALLS.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            answer(exchange, "{\"items\": []}");
        });
        server.start();
        SERVERS.add(server);
        return address;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair realmKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String keySet() {
        var key = (RSAPublicKey) REALM.getPublic();
        return """
                {"keys": [{"kty": "RSA", "kid": "realm", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}""".formatted(encoded(key.getModulus()), encoded(key.getPublicExponent()));
    }

    private static String token() {
        var now = Instant.now().getEpochSecond();
        var claims = """
                {"iss": "%s", "sub": "a", "aud": "balagh", "typ": "Bearer", "preferred_username": "amina", "jurisdictions": ["MA"],
                 "realm_access": {"roles": ["analyst", "intake-officer", "dispatcher"]}, "iat": %d, "exp": %d}""".formatted(issuer, now, now + 300);
        try {
            var content = encoded("{\"alg\": \"RS256\", \"kid\": \"realm\"}".getBytes(UTF_8)) + "."
                    + encoded(claims.getBytes(UTF_8));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(REALM.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
