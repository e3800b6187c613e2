package ma.balagh.persistence;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Tells PostgreSQL, on each connection that the pool hands out, what its user may see. */
@Singleton
class VisibilityInterceptor implements AgroalPoolInterceptor {

    private final CurrentVisibilityProvider current;

    VisibilityInterceptor(CurrentVisibilityProvider current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        CurrentVisibilityProvider.set(connection, current.get());
    }
}
