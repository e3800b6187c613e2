package ma.balagh.intake.source.item;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with an item from what is wrong with everything around it, where trying again helps. */
final class ItemFaultDetector {

    /** PostgreSQL's classes: data exception, constraint violation, limit of the program exceeded. */
    private static final List<String> OF_DATA = List.of("22", "23", "54");

    private ItemFaultDetector() {}

    /** Whether the item itself is why this was thrown. */
    static boolean isIn(Throwable thrown) {
        boolean rejected = false;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && OF_DATA.stream().anyMatch(state::startsWith);
            }
            // Not IllegalStateException: pools and transactions throw it when something is merely away.
            rejected |= cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
        }
        return rejected;
    }
}
