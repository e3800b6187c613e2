package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchOutcome.Transient;
import ma.balagh.fetch.FetchOutcome.Unobtainable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TlsConnectorTest {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    private static KeyStore keys;
    private static SSLContext context;
    private static HttpsServer server;
    private static volatile List<?> namesAskedFor = List.of();

    private final MemorySink sink = new MemorySink();

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        keys = selfSigned(directory.resolve("keys.p12"));
        context = context(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            namesAskedFor = session.getRequestedServerNames();
            boolean away = exchange.getRequestURI().getPath().equals("/away");
            if (away) {
                exchange.getResponseHeaders().add("Location", "https://127.0.0.1/");
            }
            exchange.sendResponseHeaders(away ? 302 : 200, away ? -1 : 4);
            if (!away) {
                exchange.getResponseBody().write("film".getBytes(US_ASCII));
            }
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    @Test
    void recordsTheCertificateOfAServerThatIsTrusted() throws Exception {
        // When
        FetchOutcome outcome = fetch("media.example.com", "/film.mp4", context.getSocketFactory());
        // Then
        String fingerprint = HexFormat.of()
                .formatHex(
                        BodyReader.sha256().digest(keys.getCertificate("server").getEncoded()));
        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.answer().tls())
                    .isEqualTo(new FetchOutcome.TlsPeer("TLSv1.3", "CN=media.example.com,O=Balagh", fingerprint));
            assertThat(fetched.answer().connectedTo()).isEqualTo(server.getAddress());
        });
        assertThat(namesAskedFor).hasToString("[" + new SNIHostName("media.example.com") + "]");
    }

    @Test
    void doesNotTrustASelfSignedCertificate() throws InterruptedException {
        // When
        FetchOutcome outcome =
                fetch("media.example.com", "/film.mp4", (SSLSocketFactory) SSLSocketFactory.getDefault());
        // Then
        assertUntrusted(outcome);
    }

    @Test
    void doesNotTakeTheCertificateOfAnotherName() throws InterruptedException {
        assertUntrusted(fetch("other.example.com", "/film.mp4", context.getSocketFactory()));
        assertUntrusted(fetch("127.0.0.1", "/film.mp4", context.getSocketFactory()));
    }

    @Test
    void judgesARedirectOfAnEncryptedServer() throws InterruptedException {
        assertThat(fetch("media.example.com", "/away", context.getSocketFactory()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void saysThatAServerDoesNotEncrypt() throws InterruptedException, IOException {
        // Given
        try (var plain = ScriptedServer.open(ScriptedServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n\r\n\r\n"))) {
            // When
            FetchOutcome outcome = fetcher(plain.address(), context.getSocketFactory())
                    .fetch(FetchRequest.medium("https://media.example.com:" + plain.port() + "/"), sink);
            // Then
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Transient.class,
                            later -> assertThat(later.reason())
                                    .isIn(TransientReason.TLS_FAILED, TransientReason.NO_ANSWER));
        }
    }

    private FetchOutcome fetch(String host, String path, SSLSocketFactory tls) throws InterruptedException {
        String address = "https://" + host + ":" + server.getAddress().getPort() + path;
        return fetcher(server.getAddress(), tls).fetch(FetchRequest.medium(address), sink);
    }

    private static FetchClient fetcher(InetSocketAddress allowed, SSLSocketFactory tls) {
        var ports = Set.of(allowed.getPort(), 443);
        return new FetchClient(
                new AddressGuard(name -> List.of(InetAddress.ofLiteral("127.0.0.1")), ports, Set.of(allowed)),
                Limits.of(ports).answerWithin(Duration.ofSeconds(5)),
                tls,
                Clock.systemUTC());
    }

    private void assertUntrusted(FetchOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unobtainable.class,
                        unobtainable ->
                                assertThat(unobtainable.reason()).isEqualTo(UnobtainableReason.UNTRUSTED_CERTIFICATE));
        assertThat(sink.beginnings()).isEmpty();
    }

    private static KeyStore selfSigned(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var command = List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=media.example.com,O=Balagh",
                "-ext",
                "san=dns:media.example.com",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        try {
            trust.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        trust.setCertificateEntry("server", keys.getCertificate("server"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
