package ma.balagh.persistence;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import ma.balagh.http.Caller;
import ma.balagh.http.ProblemException;

/**
 * What the present thread may see: in a request what its caller may see, and outside of one, where consumers, workers and
 * schedulers are, everything. A request without a caller sees nothing.
 */
@Singleton
class CurrentVisibilityProvider {

    /** Bound while a request does work of the service. */
    static final ScopedValue<Visibility> STATED = ScopedValue.newInstance();

    private static final String SET = """
            select set_config('balagh.actor', ?, false),
                   set_config('balagh.person', ?, false),
                   set_config('balagh.person_name', ?, false),
                   set_config('balagh.jurisdictions', ?, false),
                   set_config('balagh.common', ?, false),
                   set_config('balagh.offences', ?, false),
                   set_config('balagh.misconduct', ?, false),
                   set_config('balagh.field_unit', ?, false),
                   set_config('balagh.filed_by', ?, false)
            """;

    private final CurrentVertxRequest request;
    private final SecurityIdentity identity;
    private final Caller caller;

    CurrentVisibilityProvider(CurrentVertxRequest request, SecurityIdentity identity, Caller caller) {
        this.request = request;
        this.identity = identity;
        this.caller = caller;
    }

    Visibility get() {
        if (STATED.isBound()) {
            return STATED.get();
        }
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return Visibility.EVERYTHING;
        }
        return identity.isAnonymous() ? Visibility.NOTHING : ofCaller();
    }

    /** Throws nothing, since the pool has half handed out a connection when it asks. */
    private Visibility ofCaller() {
        try {
            return Visibility.of(caller);
        } catch (ProblemException malformed) {
            return Visibility.NOTHING;
        }
    }

    /** Says so on that connection, in place of whatever was said on it before. */
    static void set(Connection connection, Visibility visibility) {
        try (var statement = connection.prepareStatement(SET)) {
            int parameter = 1;
            for (var value : visibility.settings()) {
                statement.setString(parameter++, value);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL was not told who may see what", e);
        }
    }
}
