package ma.balagh.dispatch.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRestriction;

/** The table {@code assignment}. */
@ApplicationScoped
class AssignmentRepository implements PanacheRepositoryBase<Assignment, UUID> {

    /** What of an assignment never changes: who was sent where. */
    record Parties(UUID incidentId, UUID unitId) {}

    /** A query that loads no entity: the assignment is loaded later, once its incident is locked. */
    Optional<Parties> parties(UUID id) {
        return getSession()
                .createSelectionQuery("select incidentId, unitId from Assignment where id = :id", Object[].class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Parties((UUID) row[0], (UUID) row[1]));
    }

    /** The version of the incident of an assignment that is there. */
    long incidentVersion(UUID id) {
        return getSession()
                .createSelectionQuery("""
                        select incident.version from Assignment assignment
                        join Incident incident on incident.id = assignment.incidentId
                        where assignment.id = :id
                        """, Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** In the order in which units were sent. */
    List<Assignment> ofIncident(UUID incidentId) {
        return ofIncidents(List.of(incidentId), UnitRestriction.NONE);
    }

    /** The units that are on it, in the order in which they were sent. */
    List<Assignment> active(UUID incidentId) {
        return list(
                "incidentId = :incidentId and releasedAt is null order by id",
                Parameters.with("incidentId", incidentId));
    }

    /** The same of all those incidents. */
    List<Assignment> active(List<UUID> incidentIds) {
        return list(
                "incidentId in :incidentIds and releasedAt is null order by id",
                Parameters.with("incidentIds", incidentIds));
    }

    /** Of all those incidents, in the order in which units were sent; for a field unit only its own. */
    List<Assignment> ofIncidents(List<UUID> incidentIds, UnitRestriction restriction) {
        return list("""
                incidentId in :incidentIds and (:unitId is null or unitId = :unitId) order by id
                """, Parameters.with("incidentIds", incidentIds).and("unitId", restriction.unitId()));
    }
}
