package ma.balagh.fetch;

import static ma.balagh.fetch.ScriptedServer.redirect;
import static ma.balagh.fetch.ScriptedServer.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts to have the fetcher connect to this machine or its network. TRAP stands for the port of the trap. */
final class ForgedAddressTest {

    private static final String PUBLIC = "public.example.com";

    private Trap trap;
    private ScriptedServer server;
    private FetchClient fetcher;
    private AddressResolver resolver = ForgedAddressTest::resolve;

    @BeforeEach
    void setTheTrap() throws IOException {
        trap = Trap.set();
        server = ScriptedServer.open(saying(ScriptedServer.ok("", "film")));
        var ports = Set.of(80, 443, 8080, 8443, trap.port(), server.port());
        fetcher = new FetchClient(
                new AddressGuard(name -> resolver.resolve(name), ports, Set.of(server.address())),
                Limits.of(ports),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
    }

    @AfterEach
    void seesThatNobodyWasCaught() throws IOException {
        assertThat(trap.caught()).isEmpty();
        trap.close();
        server.close();
    }

    @Test
    void hasATrapThatNoticesAConnection() throws IOException {
        // Given
        try (var another = Trap.set();
                var socket = new Socket("127.0.0.1", another.port())) {
            // Then
            await().until(() -> another.caught().size() == 1 && socket.isConnected());
        }
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refuses(String address, RefusalReason reason) throws InterruptedException {
        // When
        FetchOutcome outcome = fetch(address);
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.redirects()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void refusesToBeSentThere(int status, String location) throws InterruptedException {
        // Given
        server.says(saying(redirect(status, location.replace("TRAP", "" + trap.port()))));
        // When
        FetchOutcome outcome = fetch("http://" + PUBLIC + ":" + server.port() + "/film.mp4");
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.redirects())
                                .singleElement()
                                .matches(redirect -> redirect.status() == status));
    }

    @Test
    void connectsToNoAnswerButTheOneThatWasChecked() throws InterruptedException {
        // Given
        Deque<List<InetAddress>> answers = new ArrayDeque<>();
        answers.add(List.of(InetAddress.ofLiteral("127.0.0.1")));
        resolver = name -> answers.isEmpty() ? List.of(InetAddress.ofLiteral("127.0.0.2")) : answers.remove();
        String address = "http://rebinding.example.com:" + server.port() + "/film.mp4";
        // When
        FetchOutcome first = fetch(address);
        FetchOutcome second = fetch(address);
        // Then
        assertThat(first).isInstanceOf(Fetched.class);
        assertThat(second).isInstanceOf(Refused.class);
    }

    @Test
    void checksANameAgainWhenARedirectComesBackToIt() throws InterruptedException {
        // Given
        Deque<List<InetAddress>> answers = new ArrayDeque<>();
        answers.add(List.of(InetAddress.ofLiteral("127.0.0.1")));
        resolver = name -> answers.isEmpty() ? List.of(InetAddress.ofLiteral("::1")) : answers.remove();
        server.says(saying(redirect(302, "http://rebinding.example.com:" + trap.port() + "/secret")));
        // When
        FetchOutcome outcome = fetch("http://rebinding.example.com:" + server.port() + "/film.mp4");
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_PUBLIC));
    }

    @Test
    void ignoresAProxyOfTheEnvironment() throws InterruptedException {
        // Given
        System.setProperty("socksProxyHost", "127.0.0.1");
        System.setProperty("socksProxyPort", "" + trap.port());
        System.setProperty("socksNonProxyHosts", ""); // otherwise loopback is left out
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "" + trap.port());
        try {
            // When
            FetchOutcome outcome = fetch("http://" + PUBLIC + ":" + server.port() + "/film.mp4");
            // Then
            assertThat(outcome).isInstanceOf(Fetched.class);
        } finally {
            Stream.of("socksProxyHost", "socksProxyPort", "socksNonProxyHosts", "http.proxyHost", "http.proxyPort")
                    .forEach(System::clearProperty);
        }
    }

    private FetchOutcome fetch(String address) throws InterruptedException {
        return fetcher.fetch(FetchRequest.medium(address.replace("TRAP", "" + trap.port())), new MemorySink());
    }

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        return switch (name) {
            case PUBLIC, "127.0.0.1.nip.io" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            case "mixed.example.com" ->
                List.of(InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("127.0.0.1"));
            case "mixed6.example.com" ->
                List.of(InetAddress.ofLiteral("2606:2800:21f:cb07:6820:80da:af6b:8b2c"), InetAddress.ofLiteral("::1"));
            case "private.example.com" -> List.of(InetAddress.ofLiteral("10.1.2.3"));
            case "metadata.example.com" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
            case "nat64.example.com" -> List.of(InetAddress.ofLiteral("64:ff9b::7f00:1"));
            // Whatever else reaches a resolver would be understood by a platform's own.
            default -> List.of(InetAddress.getAllByName("127.0.0.1"));
        };
    }

    private static Stream<Arguments> redirects() {
        return Stream.of(301, 302, 303, 307, 308)
                .flatMap(status -> Stream.of(
                                "http://127.0.0.1:TRAP/",
                                "http://127.0.0.1/",
                                "https://127.0.0.1:TRAP/",
                                "//127.0.0.1:TRAP/x",
                                "http://2130706433:TRAP/",
                                "http://0177.0.0.1:TRAP/",
                                "http://[::1]:TRAP/",
                                "http://[::ffff:127.0.0.1]:TRAP/",
                                "http://localhost:TRAP/",
                                "http://private.example.com:TRAP/",
                                "http://mixed.example.com:TRAP/",
                                "http://169.254.169.254:TRAP/latest/meta-data/",
                                "http://public.example.com@127.0.0.1:TRAP/",
                                "http:\\\\127.0.0.1:TRAP\\",
                                "\\\\127.0.0.1:TRAP\\",
                                "http:127.0.0.1:TRAP",
                                "http:///127.0.0.1:TRAP/",
                                "file:///etc/passwd",
                                "gopher://127.0.0.1:TRAP/_x",
                                "data:video/mp4;base64,AAAA",
                                "jar:http://127.0.0.1:TRAP/x.jar!/y",
                                "ftp://127.0.0.1:TRAP/x")
                        .map(location -> Arguments.of(status, location)));
    }

    private static Stream<Arguments> forgeries() {
        return ForgedAddresses.all();
    }
}
