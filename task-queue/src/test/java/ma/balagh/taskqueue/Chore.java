package ma.balagh.taskqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A task of the tests, whose end is a row in {@code chore_effect}. */
record Chore(UUID id, UUID token, int lostLeases) implements LeasedTask {

    static Chore read(ResultSet row) throws SQLException {
        return new Chore(
                row.getObject("id", UUID.class), row.getObject("lease_owner", UUID.class), row.getInt("lost_leases"));
    }
}
