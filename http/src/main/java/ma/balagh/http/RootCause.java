package ma.balagh.http;

import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jspecify.annotations.Nullable;

/** What an unforeseen failure comes down to, looking through its causes. */
enum RootCause {
    /** A dependency is away: trying again helps. */
    OUTAGE,
    /** Two requests wanted the same at once, and a unique or exclusion constraint let only one of them have it. */
    RACE,
    /** A fault of ours. */
    FAULT;

    private static final int DEEPEST = 20;

    /** All that Agroal says of a request that waited for a connection in vain: the exception has neither state nor type. */
    private static final String POOL_EXHAUSTED = "Sorry, acquisition timeout!";

    static RootCause of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(RootCause::ofOne)
                .filter(cause -> cause != FAULT)
                .findFirst()
                .orElse(FAULT);
    }

    private static RootCause ofOne(Throwable cause) {
        return switch (cause) {
            case OIDCException _, SQLTransientException _ -> OUTAGE;
            case SQLException busy when POOL_EXHAUSTED.equals(busy.getMessage()) -> OUTAGE;
            case SQLException sql -> ofState(sql.getSQLState());
            case ConnectException _, NoRouteToHostException _, UnknownHostException _, SocketTimeoutException _ ->
                OUTAGE;
            case TimeoutException _, java.util.concurrent.TimeoutException _ -> OUTAGE;
            case WebApplicationException remote
            when remote instanceof ResteasyReactiveClientProblem
                    && remote.getResponse().getStatus() >= 500 -> OUTAGE;
            default -> FAULT;
        };
    }

    private static RootCause ofState(@Nullable String state) {
        if (state == null) {
            return FAULT;
        }
        if (state.equals("23505") || state.equals("23P01")) {
            return RACE;
        }
        // PostgreSQL's classes: connection lost, out of resources, shut down, transaction rolled back to be repeated.
        return Stream.of("08", "53", "57P", "40").anyMatch(state::startsWith) ? OUTAGE : FAULT;
    }
}
