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

/** Tells a dependency that is away, for which trying again helps, from a fault of ours. */
final class Outages {

    private Outages() {}

    static boolean isOutage(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outages::saysSo);
    }

    private static boolean saysSo(Throwable cause) {
        return switch (cause) {
            case OIDCException _, SQLTransientException _ -> true;
            case SQLException sql -> isOutage(sql);
            case ConnectException _, NoRouteToHostException _, UnknownHostException _, SocketTimeoutException _ -> true;
            case TimeoutException _, java.util.concurrent.TimeoutException _ -> true;
            case WebApplicationException remote ->
                remote instanceof ResteasyReactiveClientProblem
                        && remote.getResponse().getStatus() >= 500;
            default -> false;
        };
    }

    private static boolean isOutage(SQLException sql) {
        String state = sql.getSQLState();
        // PostgreSQL's classes: connection lost, out of resources, shut down, transaction rolled back to be repeated.
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("40"));
    }
}
