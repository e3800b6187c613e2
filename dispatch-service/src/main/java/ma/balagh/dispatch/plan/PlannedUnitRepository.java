package ma.balagh.dispatch.plan;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.UnitPlans;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The table {@code planned_unit}: the plans that hold. */
@ApplicationScoped
class PlannedUnitRepository implements UnitPlans {

    private static final String COLUMNS = "unit_id, incident_id, call_sign, role, planned_by, planned_at";

    private final Session session;

    PlannedUnitRepository(Session session) {
        this.session = session;
    }

    /** @return false when the unit is planned already */
    boolean insert(PlannedUnit plan) {
        return session.createNativeMutationQuery("""
                        insert into planned_unit (unit_id, incident_id, call_sign, role, planned_by, planned_at)
                        values (:unitId, :incidentId, :callSign, :role, :by, :at)
                        on conflict (unit_id) do nothing
                        """)
                        .setParameter("unitId", plan.unitId())
                        .setParameter("incidentId", plan.incidentId())
                        .setParameter("callSign", plan.callSign())
                        .setParameter(
                                "role", plan.role() == null ? null : plan.role().name(), String.class)
                        .setParameter("by", plan.by())
                        .setParameter("at", plan.at())
                        .executeUpdate()
                == 1;
    }

    /** Those of the incidents, in the order in which they were planned. */
    List<PlannedUnit> ofIncidents(Collection<UUID> incidentIds) {
        return read("select " + COLUMNS + """
                 from planned_unit where incident_id = any(:incidentIds) order by planned_at, unit_id
                """)
                .setParameter("incidentIds", incidentIds.toArray(UUID[]::new))
                .getResultList();
    }

    @Override
    public Map<UUID, UUID> nextIncidents(Collection<UUID> unitIds) {
        return unitIds.isEmpty()
                ? Map.of()
                : read("select " + COLUMNS + " from planned_unit where unit_id = any(:unitIds)")
                        .setParameter("unitIds", unitIds.toArray(UUID[]::new))
                        .getResultStream()
                        .collect(toMap(PlannedUnit::unitId, PlannedUnit::incidentId));
    }

    /** Whether the unit has an assignment to the incident that it is on. */
    boolean isOn(UUID incidentId, UUID unitId) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from assignment
                            where incident_id = :incidentId and unit_id = :unitId and released_at is null)
                        """, Boolean.class)
                .setParameter("incidentId", incidentId)
                .setParameter("unitId", unitId)
                .getSingleResult();
    }

    /** Ends the plan of a unit, wherever it was meant to go. */
    Optional<PlannedUnit> endOfUnit(UUID unitId) {
        return read("delete from planned_unit where unit_id = :unitId returning " + COLUMNS)
                .setParameter("unitId", unitId)
                .uniqueResultOptional();
    }

    Optional<PlannedUnit> end(UUID incidentId, UUID unitId) {
        return read("delete from planned_unit where incident_id = :incidentId and unit_id = :unitId returning "
                        + COLUMNS)
                .setParameter("incidentId", incidentId)
                .setParameter("unitId", unitId)
                .uniqueResultOptional();
    }

    List<PlannedUnit> endOfIncident(UUID incidentId) {
        return read("delete from planned_unit where incident_id = :incidentId returning " + COLUMNS)
                .setParameter("incidentId", incidentId)
                .getResultList();
    }

    private NativeQuery<PlannedUnit> read(String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .addSynchronizedQuerySpace("planned_unit")
                .addScalar("unit_id", UUID.class)
                .addScalar("incident_id", UUID.class)
                .addScalar("call_sign", String.class)
                .addScalar("role", String.class)
                .addScalar("planned_by", String.class)
                .addScalar("planned_at", Instant.class)
                .setTupleTransformer((row, columns) -> new PlannedUnit(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        row[3] == null ? null : AssignmentRole.valueOf((String) row[3]),
                        (String) row[4],
                        (Instant) row[5]));
    }
}
