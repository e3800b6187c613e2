package ma.balagh.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt to process an event means.
 *
 * <ul>
 *   <li>{@link #PERMANENT}: the handler said so by {@link PermanentFailureException}. Dead letter at once.
 *   <li>{@link #SUSPECT}: looks as if no retry could help, but may be a race or a matter of order between topics: SQL
 *       states of class 22 (data exception) and 23 (constraint violation; a foreign key's parent or the other of two
 *       concurrent inserts may be a moment away), and the exceptions of a programming error. Dead letter after
 *       {@value #SUSPECT_ATTEMPTS} attempts, so that a bug met by one event does not stop its subject for ever.
 *   <li>{@link #TRANSIENT}: everything else, above all a database or network that is away, timeouts, deadlocks and
 *       serialization failures, and whatever nobody thought of. Retried for ever: losing an event is worse than waiting, and
 *       the wait is visible in the consumer's lag.
 * </ul>
 */
enum FailureKind {
    PERMANENT,
    SUSPECT,
    TRANSIENT;

    static final int SUSPECT_ATTEMPTS = 6;

    static FailureKind of(Throwable thrown) {
        var isSuspect = false;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PermanentFailureException) {
                return PERMANENT;
            }
            if (cause instanceof SQLException sql) {
                return ofState(sql.getSQLState());
            }
            isSuspect |= isProgrammingError(cause);
        }
        return isSuspect ? SUSPECT : TRANSIENT;
    }

    /** Whether an event that failed so for the {@code attempt}th time is given up. */
    boolean isFinal(int attempt) {
        return switch (this) {
            case PERMANENT -> true;
            case SUSPECT -> attempt >= SUSPECT_ATTEMPTS;
            case TRANSIENT -> false;
        };
    }

    private static FailureKind ofState(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23")) ? SUSPECT : TRANSIENT;
    }

    // Not IllegalStateException: pools, transactions and clients throw it when something is merely away.
    private static boolean isProgrammingError(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                || thrown instanceof NullPointerException
                || thrown instanceof ClassCastException
                || thrown instanceof IndexOutOfBoundsException
                || thrown instanceof ArithmeticException
                || thrown instanceof UnsupportedOperationException;
    }
}
