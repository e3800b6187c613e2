package ma.balagh.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** Fetchers for the tests of other features. */
public final class Fetchers {

    private Fetchers() {}

    /** Finds each name at that server on loopback, and may fetch from nowhere else. */
    public static FetchClient from(InetSocketAddress server) {
        AddressResolver everything = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        var guard = new AddressGuard(everything, Set.of(server.getPort()), Set.of(server));
        return new FetchClient(
                guard,
                Limits.of(Set.of(server.getPort())),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
    }
}
