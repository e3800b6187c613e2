package ma.balagh.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contents of a database's tables, so that two states of it can be compared.
 *
 * @param tables by name
 */
record DatabaseInventory(SortedMap<String, Contents> tables) {

    /**
     * @param rows how many
     * @param fingerprint a sum over hashes of all rows, each as PostgreSQL writes it as text
     */
    record Contents(long rows, String fingerprint) {}

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """;

    /** Names of all tables, with schema, as they are written in SQL. */
    static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Reads every table whole, in the state that the connection's transaction sees. */
    static DatabaseInventory of(Connection connection) throws SQLException {
        var tables = new TreeMap<String, Contents>();
        try (var statement = connection.createStatement()) {
            // Rows have to be written alike whoever reads them.
            statement.execute("set timezone to 'UTC'");
            for (var table : names(connection)) {
                try (var result = statement.executeQuery("""
                        select count(*), coalesce(sum(hashtextextended(entry::text, 0)::numeric), 0) from only %s as entry
                        """.formatted(table))) {
                    result.next();
                    tables.put(table, new Contents(result.getLong(1), result.getString(2)));
                }
            }
        }
        return new DatabaseInventory(tables);
    }

    /** The tables that hold something else there, each with the two numbers of rows. */
    List<String> differences(DatabaseInventory other) {
        var differences = new ArrayList<String>();
        var all = new TreeMap<>(tables);
        other.tables.forEach(all::putIfAbsent);
        for (var table : all.keySet()) {
            if (!contents(table).equals(other.contents(table))) {
                differences.add("%s (%d rows, %d there)"
                        .formatted(
                                table,
                                contents(table).rows(),
                                other.contents(table).rows()));
            }
        }
        return differences;
    }

    long rows() {
        return tables.values().stream().mapToLong(Contents::rows).sum();
    }

    private Contents contents(String table) {
        return tables.getOrDefault(table, new Contents(-1, "missing"));
    }

    /** How many rows all tables of these databases have. */
    static long rows(Map<String, DatabaseInventory> databases) {
        return databases.values().stream().mapToLong(DatabaseInventory::rows).sum();
    }
}
