package ma.balagh.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Transient;
import ma.balagh.fetch.FetchOutcome.Unobtainable;

/** A fetcher, and the one server that it may fetch from. */
final class Fetching implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final MemorySink sink = new MemorySink();
    private final ScriptedServer server;
    private Limits limits;

    private Fetching(ScriptedServer server) {
        this.server = server;
        this.limits = Limits.of(Set.of(server.port()));
    }

    static Fetching from(ScriptedServer.Script script) throws IOException {
        return new Fetching(ScriptedServer.open(script));
    }

    FetchOutcome fetch(String path) throws InterruptedException {
        return fetcher().fetch(FetchRequest.medium(base() + path), sink);
    }

    FetchClient fetcher() {
        var guard = new AddressGuard(Fetching::resolve, limits.ports(), Set.of(server.address()));
        return new FetchClient(
                guard, limits, (SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    void limit(UnaryOperator<Limits> change) {
        limits = change.apply(limits);
    }

    String base() {
        return "http://media.example.com:" + server.port();
    }

    ScriptedServer server() {
        return server;
    }

    MemorySink sink() {
        return sink;
    }

    Limits limits() {
        return limits;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static List<InetAddress> resolve(String name) throws UnknownHostException {
        if (name.startsWith("unknown")) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }

    static void assertUnobtainable(FetchOutcome outcome, UnobtainableReason reason, int status) {
        assertThat(outcome).isInstanceOfSatisfying(Unobtainable.class, unobtainable -> {
            assertThat(unobtainable.reason()).isEqualTo(reason);
            assertThat(unobtainable.status()).isEqualTo(status);
        });
    }

    static void assertTransient(FetchOutcome outcome, TransientReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Transient.class, later -> assertThat(later.reason()).isEqualTo(reason));
    }
}
