package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Columns.instant;
import static ma.balagh.dispatch.Columns.nullableInstant;
import static ma.balagh.dispatch.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code assignment}. */
@ApplicationScoped
class AssignmentStore {

    private final Jdbi jdbi;

    AssignmentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Assignment assignment) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                insert into assignment (id, incident_id, unit_id, call_sign, status, assigned_by, assigned_at)
                                values (:id, :incidentId, :unitId, :callSign, :status, :assignedBy, :assignedAt)
                                """), assignment).execute());
    }

    void update(Assignment assignment) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                update assignment
                                set status = :status, acknowledged_at = :acknowledgedAt, en_route_at = :enRouteAt,
                                    on_scene_at = :onSceneAt, cleared_at = :clearedAt, released_at = :releasedAt
                                where id = :id
                                """), assignment).execute());
    }

    Optional<Assignment> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from assignment where id = :id")
                .bind("id", id)
                .map((row, context) -> assignment(row))
                .findOne());
    }

    /** @return whether that unit is called so now; the assignment keeps how it was called when it was sent */
    boolean isOf(UUID unitId, String callSign) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from unit where id = :unitId and coalesce(sign, call_sign) = :callSign)
                        """)
                .bind("unitId", unitId)
                .bind("callSign", callSign)
                .mapTo(Boolean.class)
                .one());
    }

    /** In the order in which units were sent. */
    List<Assignment> ofIncident(UUID incidentId) {
        return ofIncidents(List.of(incidentId), null);
    }

    /**
     * Of all those incidents, in the order in which units were sent.
     *
     * @param callSign only those of the unit that is called so now; null for all
     */
    List<Assignment> ofIncidents(List<UUID> incidentIds, @Nullable String callSign) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from assignment
                        where incident_id = any(:incidentIds)
                          and (cast(:callSign as text) is null
                               or unit_id in (select unit.id from unit where coalesce(unit.sign, unit.call_sign) = :callSign))
                        order by id
                        """)
                .bindArray("incidentIds", UUID.class, incidentIds)
                .bind("callSign", callSign)
                .map((row, context) -> assignment(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Assignment assignment) {
        return statement
                .bind("id", assignment.id())
                .bind("incidentId", assignment.incidentId())
                .bind("unitId", assignment.unitId())
                .bind("callSign", assignment.callSign())
                .bind("status", assignment.status().name())
                .bind("assignedBy", assignment.assignedBy())
                .bind("assignedAt", assignment.assignedAt())
                .bind("acknowledgedAt", assignment.acknowledgedAt())
                .bind("enRouteAt", assignment.enRouteAt())
                .bind("onSceneAt", assignment.onSceneAt())
                .bind("clearedAt", assignment.clearedAt())
                .bind("releasedAt", assignment.releasedAt());
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                uuid(row, "id"),
                uuid(row, "incident_id"),
                uuid(row, "unit_id"),
                row.getString("call_sign"),
                AssignmentStatus.valueOf(row.getString("status")),
                row.getString("assigned_by"),
                instant(row, "assigned_at"),
                nullableInstant(row, "acknowledged_at"),
                nullableInstant(row, "en_route_at"),
                nullableInstant(row, "on_scene_at"),
                nullableInstant(row, "cleared_at"),
                nullableInstant(row, "released_at"));
    }
}
