package ma.balagh.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Somebody else's transaction, which keeps what it locks until it is closed. */
public final class OtherTransaction implements AutoCloseable {

    private final Connection connection;

    public OtherTransaction(DataSource pool) throws SQLException {
        connection = pool.getConnection();
        connection.setAutoCommit(false);
    }

    /** @return false when another transaction holds it */
    public boolean locksDossier(UUID id) throws SQLException {
        return locks("select dossier_id from dossier where dossier_id = ? for update skip locked", id);
    }

    /** @return false when another transaction holds it */
    public boolean locksReport(UUID id) throws SQLException {
        return locks("select report_id from placement where report_id = ? for update skip locked", id);
    }

    private boolean locks(String sql, UUID id) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
