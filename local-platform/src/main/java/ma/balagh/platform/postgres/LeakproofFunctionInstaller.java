package ma.balagh.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What searches compare words, parts of addresses and printed ids with. Under a policy of row-level security indexes serve
 * only functions that are marked as leakproof, which a superuser alone can do. They are: none of them tells of its
 * arguments in any other way than by its result.
 */
public final class LeakproofFunctionInstaller {

    private static final List<String> FUNCTIONS = List.of(
            "ts_match_vq(tsvector, tsquery)",
            "textlike(text, text)",
            "texticlike(text, text)",
            "\"right\"(text, integer)",
            "uuid_out(uuid)",
            "textin(cstring)");

    private LeakproofFunctionInstaller() {}

    /** Marks them in the database that a superuser is connected to. */
    public static void mark(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var function : FUNCTIONS) {
                statement.execute("alter function pg_catalog." + function + " leakproof");
            }
        }
    }
}
