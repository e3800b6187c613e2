package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code incident_entry}: what happened to an incident. What was told of the rights of arrested people is read
 * from {@code rights_entry}.
 */
@ApplicationScoped
class TimelineRepository {

    private final Session session;
    private final Timestamps moments;

    TimelineRepository(Session session, Timestamps moments) {
        this.session = session;
        this.moments = moments;
    }

    /** @param assignmentId the assignment that it is about, if any */
    void add(UUID incidentId, TimelineEntry entry, @Nullable UUID assignmentId) {
        var escalation = entry.escalation();
        session.createNativeMutationQuery("""
                        insert into incident_entry (id, incident_id, kind, at, recorded_at, recorded_by,
                                                    assignment_id, call_sign, note,
                                                    stage, step, overdue_since, proposed_call_sign)
                        values (:id, :incidentId, :kind, :at, :recordedAt, :recordedBy, :assignmentId, :callSign, :note,
                                :stage, :step, :overdueSince, :proposedCallSign)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("incidentId", incidentId)
                .setParameter("kind", entry.kind().name())
                .setParameter("at", entry.at())
                .setParameter("recordedAt", moments.now())
                .setParameter("recordedBy", entry.by())
                .setParameter("assignmentId", assignmentId, UUID.class)
                .setParameter("callSign", entry.callSign(), String.class)
                .setParameter("note", entry.note(), String.class)
                .setParameter(
                        "stage", escalation == null ? null : escalation.stage().name(), String.class)
                .setParameter(
                        "step", escalation == null ? null : escalation.step().name(), String.class)
                .setParameter("overdueSince", escalation == null ? null : escalation.overdueSince(), Instant.class)
                .setParameter(
                        "proposedCallSign", escalation == null ? null : escalation.proposedCallSign(), String.class)
                .executeUpdate();
    }

    /**
     * In the order in which things happened; those of one moment, in the order in which they were told. It begins with the
     * opening, also where the verdict was withdrawn before that was heard of here. What phones tell at once takes seconds
     * on its way, and says nothing of when it was told.
     *
     * @param restriction leaves out what is about other units
     */
    List<TimelineEntry> of(UUID incidentId, UnitRestriction restriction) {
        return session.createNativeQuery("""
                        select kind, at, recorded_by, call_sign, note, stage, step, overdue_since,
                               case when cast(:unitId as uuid) is null then proposed_call_sign end as proposed_call_sign,
                               person, minor, duty, done,
                               case when recorded_at >= at + interval '1 minute'
                                         or recorded_at >= at + interval '10 seconds'
                                            and recorded_at > min(recorded_at) over (course
                                                rows between 1 following and unbounded following)
                                    then recorded_at end as recorded_at
                        from (
                            select id, kind, at, recorded_at, recorded_by, assignment_id, call_sign, note,
                                   stage, step, overdue_since, proposed_call_sign,
                                   cast(null as integer) as person, cast(null as boolean) as minor,
                                   cast(null as text) as duty, cast(null as boolean) as done
                            from incident_entry where incident_id = :incidentId
                            union all
                            select id, 'RIGHTS_TOLD', at, recorded_at, recorded_by, null, null, reason,
                                   null, null, null, null, person, minor, duty, done
                            from rights_entry where incident_id = :incidentId) entry
                        where (cast(:unitId as uuid) is null
                               or assignment_id is null and kind not in ('PLANNED', 'PLAN_ENDED')
                               or assignment_id in (
                                   select assignment.id from assignment
                                   where assignment.unit_id = :unitId and assignment.incident_id = :incidentId))
                        window course as (order by kind <> 'OPENED', at, id)
                        order by kind <> 'OPENED', at, id
                        """, Object[].class)
                .setParameter("incidentId", incidentId)
                .setParameter("unitId", restriction.unitId(), UUID.class)
                .addScalar("kind", String.class)
                .addScalar("at", Instant.class)
                .addScalar("recorded_by", String.class)
                .addScalar("call_sign", String.class)
                .addScalar("note", String.class)
                .addScalar("stage", String.class)
                .addScalar("step", String.class)
                .addScalar("overdue_since", Instant.class)
                .addScalar("proposed_call_sign", String.class)
                .addScalar("person", Integer.class)
                .addScalar("minor", Boolean.class)
                .addScalar("duty", String.class)
                .addScalar("done", Boolean.class)
                .addScalar("recorded_at", Instant.class)
                .setTupleTransformer((row, columns) -> new TimelineEntry(
                        TimelineEntry.Kind.valueOf((String) row[0]),
                        (Instant) row[1],
                        (@Nullable Instant) row[13],
                        (String) row[2],
                        (@Nullable String) row[3],
                        (@Nullable String) row[4],
                        row[5] == null ? null : escalation(row),
                        row[9] == null ? null : rights(row)))
                .getResultList();
    }

    /** What people wrote about these incidents, each once. */
    List<String> notes(Collection<UUID> incidentIds) {
        return ScalarQuery.of(session, """
                        select distinct note from incident_entry
                        where incident_id = any (:incidentIds) and note is not null
                        """, String.class)
                .setParameter("incidentIds", incidentIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    private static EscalationDetail escalation(Object[] row) {
        return new EscalationDetail(
                IncidentStage.valueOf((String) row[5]),
                EscalationStep.valueOf((String) row[6]),
                (Instant) row[7],
                (@Nullable String) row[8]);
    }

    private static RightsDetail rights(Object[] row) {
        return new RightsDetail(
                (Integer) row[9],
                (@Nullable Boolean) row[10],
                row[11] == null ? null : ArrestDuty.valueOf((String) row[11]),
                (@Nullable Boolean) row[12]);
    }
}
