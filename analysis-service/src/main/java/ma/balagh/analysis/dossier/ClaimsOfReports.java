package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import ma.balagh.analysis.circumstance.Claimed;
import ma.balagh.analysis.examination.Claims;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tells the laboratory what the reports say about when and where. */
@ApplicationScoped
class ClaimsOfReports implements Claims {

    private final Jdbi jdbi;

    ClaimsOfReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Claimed about(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select published_at, claimed_occurred_at, received_at,
                            claimed_place, claimed_latitude, claimed_longitude
                        from sighting
                        join report using (report_id)
                        where evidence_id = :evidenceId
                        order by received_at, report_id
                        limit 1
                        """)
                .bind("evidenceId", evidenceId)
                .map((row, context) -> new Claimed(
                        instant(row, "published_at"),
                        instant(row, "claimed_occurred_at"),
                        instant(row, "received_at"),
                        row.getString("claimed_place"),
                        row.getObject("claimed_latitude", Double.class),
                        row.getObject("claimed_longitude", Double.class)))
                .findOne()
                .orElse(Claimed.NOTHING));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
