package ma.balagh.persistence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.ScopedValue.CallableOp;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work of the service within somebody's request, in the request's transaction. It sees every row, so whoever uses this
 * says why the caller's rows are not enough, and shows the caller nothing of the others.
 */
@ApplicationScoped
public class ServiceWorkRunner {

    private final CurrentVisibilityProvider current;
    private final DataSource pool;

    ServiceWorkRunner(CurrentVisibilityProvider current, DataSource pool) {
        this.current = current;
        this.pool = pool;
    }

    /** @param work flushes what it changes: later, the caller may not see it */
    @Transactional
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** @param work flushes what it changes: later, the caller may not see it */
    @Transactional
    public <T, X extends Throwable> T call(CallableOp<T, X> work) throws X {
        var before = current.get();
        if (before.equals(Visibility.EVERYTHING)) {
            return work.call();
        }
        set(Visibility.EVERYTHING);
        T result;
        try {
            result = ScopedValue.where(CurrentVisibilityProvider.STATED, Visibility.EVERYTHING)
                    .call(work);
        } catch (Throwable failure) {
            restore(before, failure);
            throw failure;
        }
        set(before);
        return result;
    }

    /** What {@link #callLong} does. */
    public void runLong(Runnable work) {
        callLong(() -> {
            work.run();
            return true;
        });
    }

    /**
     * The same for long work, which makes transactions of its own: where the request has none, none is held around them.
     */
    public <T, X extends Throwable> T callLong(CallableOp<T, X> work) throws X {
        return QuarkusTransaction.isActive()
                ? call(work)
                : ScopedValue.where(CurrentVisibilityProvider.STATED, Visibility.EVERYTHING)
                        .call(work);
    }

    /** In a transaction that PostgreSQL has given up this fails, too: nothing is read in that one any more. */
    private void restore(Visibility before, Throwable failure) {
        try {
            set(before);
        } catch (IllegalStateException e) {
            failure.addSuppressed(e);
        }
    }

    private void set(Visibility visibility) {
        try (var connection = pool.getConnection()) {
            CurrentVisibilityProvider.set(connection, visibility);
        } catch (SQLException e) {
            throw new IllegalStateException("there is no connection", e);
        }
    }
}
