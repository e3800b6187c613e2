package ma.balagh.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns as the types that our records have, without reflection. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static @Nullable Double nullableDouble(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    public static @Nullable Integer nullableInteger(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static @Nullable String nullableString(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
