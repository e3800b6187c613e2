package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code incident_stage} and {@code escalation}, but for the leases. All times are the database's. */
@ApplicationScoped
class IncidentStageRepository {

    /** The stages that an incident is in: what it waits for, with the units that are on it. */
    private static final String PRESENT = """
            with present (stage, assignment_id) as (
                select 'OPEN_TO_ASSIGNED', cast(null as uuid)
                from incident
                where id = :incidentId and verdict_withdrawn_at is null
                  and state not in ('RESOLVED', 'REFERRED', 'CANCELLED')
                  and not exists (
                      select from assignment where incident_id = incident.id and released_at is null)
                union all
                select case status when 'ASSIGNED' then 'ASSIGNED_TO_ACKNOWLEDGED'
                                   when 'ACKNOWLEDGED' then 'ACKNOWLEDGED_TO_EN_ROUTE'
                                   else 'EN_ROUTE_TO_ON_SCENE' end, id
                from assignment
                where incident_id = :incidentId and released_at is null
                  and status in ('ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE')
                union all
                -- Whether or not somebody is there still: what was found there can be told at any time.
                select 'ON_SCENE_TO_OUTCOME', null
                from incident
                where id = :incidentId and attended and state not in ('RESOLVED', 'REFERRED', 'CANCELLED')
                union all
                -- The law gives a time to who was arrested, also while others are looked for; who is at large has none.
                select 'OUTCOME_TO_REFERRED', null
                from incident
                where id = :incidentId and state not in ('REFERRED', 'CANCELLED')
                  and 'ARRESTED' = coalesce(outcome_kind, (
                      select kind from outcome_statement where incident_id = incident.id order by id desc limit 1))
            )
            """;

    /**
     * When the outcome was first told that says who is held. An outcome after a reopening goes on with the one before where
     * both are arrests. A correction takes back what it corrects: an arrest that was none counts no more, and one that was
     * taken back by mistake counts again, from when it was first told. Who is arrested only later is for a reopening.
     */
    private static final String ARRESTED_AT = """
            with statement as (
                select id, kind, stated_at,
                       count(*) filter (where reason is null) over (order by id) as outcome
                from outcome_statement where incident_id = :incidentId
            ), latest as (
                select distinct on (outcome) outcome, kind from statement order by outcome, id desc
            )
            select min(stated_at)
            from statement
            where kind = 'ARRESTED'
              and outcome > coalesce((select max(outcome) from latest where kind <> 'ARRESTED'), 0)
            """;

    private final Session session;

    IncidentStageRepository(Session session) {
        this.session = session;
    }

    /** A stage that is to begin. */
    record BeginningStage(
            IncidentStage stage,
            @Nullable UUID assignmentId,
            String jurisdiction,
            IncidentType type,
            int severity,
            boolean unitWasSent) {

        /** A unit is sent without a person only where nobody has sent one before: whoever called it back has decided. */
        boolean wants(TimedStep step) {
            return step.isFor(severity) && !(step.step() == EscalationStep.UNIT_SENT && unitWasSent);
        }
    }

    /** A stage that lasts. */
    record RunningStage(
            UUID id,
            UUID incidentId,
            IncidentStage stage,
            @Nullable UUID assignmentId,
            @Nullable UUID unitId,
            @Nullable String callSign,
            @Nullable Instant lastSeenAt,
            Instant startedAt,
            Instant targetAt,
            boolean overdue) {}

    /** A step that was done. */
    record StepOfStage(
            UUID stageId,
            EscalationStep step,
            Instant firedAt,
            @Nullable String proposedCallSign) {}

    /** Ends the stages that the incident is not in any more, and with them the steps that would follow. */
    void endPast(UUID incidentId) {
        session.createNativeMutationQuery(PRESENT + """
                        , past as (
                            update incident_stage stage
                            set ended_at = greatest(date_trunc('milliseconds', clock_timestamp()), started_at),
                                completed = case stage.stage
                                    when 'OPEN_TO_ASSIGNED' then exists (
                                        select from assignment
                                        where incident_id = :incidentId and released_at is null)
                                    when 'ON_SCENE_TO_OUTCOME' then (
                                        select state in ('RESOLVED', 'REFERRED') from incident where id = :incidentId)
                                    when 'OUTCOME_TO_REFERRED' then (
                                        select state = 'REFERRED' from incident where id = :incidentId)
                                    else (
                                        select case stage.stage
                                            when 'ASSIGNED_TO_ACKNOWLEDGED'
                                                then num_nonnulls(acknowledged_at, en_route_at, on_scene_at) > 0
                                            when 'ACKNOWLEDGED_TO_EN_ROUTE'
                                                then num_nonnulls(en_route_at, on_scene_at) > 0
                                            else on_scene_at is not null end
                                        from assignment where id = stage.assignment_id)
                                    end
                            where incident_id = :incidentId and ended_at is null
                              and not exists (
                                  select from present
                                  where present.stage = stage.stage
                                    and present.assignment_id is not distinct from stage.assignment_id)
                            returning id
                        )
                        update escalation
                        set state = 'ENDED', lease_owner = null, lease_until = null
                        where stage_id in (select id from past) and state in ('QUEUED', 'RUNNING')
                        """)
                .setParameter("incidentId", incidentId)
                .executeUpdate();
    }

    /** The stages that the incident is in and that have no clock yet. */
    List<BeginningStage> beginning(UUID incidentId) {
        return session.createNativeQuery(PRESENT + """
                        select present.stage, present.assignment_id, incident.jurisdiction, incident.type,
                               incident.severity,
                               exists (select from assignment where incident_id = :incidentId) as unit_was_sent
                        from present
                        join incident on incident.id = :incidentId
                        where not exists (
                            select from incident_stage stage
                            where stage.incident_id = :incidentId and stage.ended_at is null
                              and stage.stage = present.stage
                              and stage.assignment_id is not distinct from present.assignment_id)
                        """, Object[].class)
                .setParameter("incidentId", incidentId)
                .addScalar("stage", String.class)
                .addScalar("assignment_id", UUID.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("type", String.class)
                .addScalar("severity", Integer.class)
                .addScalar("unit_was_sent", Boolean.class)
                .setTupleTransformer((row, columns) -> new BeginningStage(
                        IncidentStage.valueOf((String) row[0]),
                        (@Nullable UUID) row[1],
                        (String) row[2],
                        IncidentType.valueOf((String) row[3]),
                        (Integer) row[4],
                        (Boolean) row[5]))
                .getResultList();
    }

    /**
     * The stage begins now, or where somebody is held, with the arrest; its steps follow as long after that as its target
     * says.
     */
    void begin(UUID incidentId, BeginningStage stage, StageTarget target) {
        var id = IdGenerator.next();
        session.createNativeMutationQuery("""
                        insert into incident_stage (id, incident_id, assignment_id, stage, started_at, target_at)
                        select :id, :incidentId, :assignmentId, :stage,
                               beginning.at, beginning.at + :target * interval '1 second'
                        from (
                            select least(now.at, case :stage when 'OUTCOME_TO_REFERRED' then (%s) end) as at
                            from (select date_trunc('milliseconds', clock_timestamp()) as at) now) beginning
                        """.formatted(ARRESTED_AT))
                .setParameter("id", id)
                .setParameter("incidentId", incidentId)
                .setParameter("assignmentId", stage.assignmentId(), UUID.class)
                .setParameter("stage", stage.stage().name())
                .setParameter("target", target.targetSeconds())
                .executeUpdate();
        schedule(id, target.steps().stream().filter(stage::wants).toList());
    }

    /** A statement of its own: the policy of the steps looks for their stage. */
    private void schedule(UUID stageId, List<TimedStep> steps) {
        session.createNativeMutationQuery("""
                        insert into escalation (id, stage_id, step, due_at, not_before)
                        select step.id, stage.id, step.name,
                               stage.started_at + step.seconds * interval '1 second',
                               stage.started_at + step.seconds * interval '1 second'
                        from incident_stage stage, unnest(:ids, :steps, :offsets) as step (id, name, seconds)
                        where stage.id = :stageId
                        """)
                .setParameter(
                        "ids", steps.stream().map(step -> IdGenerator.next()).toArray(UUID[]::new))
                .setParameter(
                        "steps", steps.stream().map(step -> step.step().name()).toArray(String[]::new))
                .setParameter(
                        "offsets", steps.stream().map(TimedStep::afterSeconds).toArray(Integer[]::new))
                .setParameter("stageId", stageId)
                .executeUpdate();
    }

    /** @param restriction leaves out those of other units */
    List<RunningStage> running(Collection<UUID> incidentIds, UnitRestriction restriction) {
        return stages("""
                        where stage.incident_id = any(:incidentIds) and stage.ended_at is null
                          and (cast(:unitId as uuid) is null or stage.assignment_id is null
                               or assignment.unit_id = :unitId)
                        order by stage.target_at, stage.id
                        """)
                .setParameter("incidentIds", incidentIds.toArray(UUID[]::new))
                .setParameter("unitId", restriction.unitId(), UUID.class)
                .getResultList();
    }

    RunningStage find(UUID id) {
        return stages("where stage.id = :id").setParameter("id", id).getSingleResult();
    }

    private NativeQuery<RunningStage> stages(String condition) {
        return session.createNativeQuery("""
                        select stage.id, stage.incident_id, stage.stage, stage.assignment_id, assignment.unit_id,
                               assignment.call_sign, seen.position_at, stage.started_at, stage.target_at,
                               stage.target_at <= clock_timestamp() as overdue
                        from incident_stage stage
                        left join assignment on assignment.id = stage.assignment_id
                        left join unit_position seen on seen.unit_id = assignment.unit_id
                        """ + condition, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("incident_id", UUID.class)
                .addScalar("stage", String.class)
                .addScalar("assignment_id", UUID.class)
                .addScalar("unit_id", UUID.class)
                .addScalar("call_sign", String.class)
                .addScalar("position_at", Instant.class)
                .addScalar("started_at", Instant.class)
                .addScalar("target_at", Instant.class)
                .addScalar("overdue", Boolean.class)
                .setTupleTransformer((row, columns) -> new RunningStage(
                        (UUID) row[0],
                        (UUID) row[1],
                        IncidentStage.valueOf((String) row[2]),
                        (@Nullable UUID) row[3],
                        (@Nullable UUID) row[4],
                        (@Nullable String) row[5],
                        (@Nullable Instant) row[6],
                        (Instant) row[7],
                        (Instant) row[8],
                        (Boolean) row[9]));
    }

    /** When that step was done. */
    Instant firedAt(UUID escalationId) {
        return ScalarQuery.of(session, "select fired_at from escalation where id = :id", Instant.class)
                .setParameter("id", escalationId)
                .getSingleResult();
    }

    /** The steps of those stages that were done, in order. */
    List<StepOfStage> fired(Collection<UUID> stageIds) {
        return session.createNativeQuery("""
                        select escalation.stage_id, escalation.step, escalation.fired_at, unit.call_sign
                        from escalation
                        left join unit on unit.id = escalation.proposed_unit_id
                        where escalation.stage_id = any(:stageIds) and escalation.state = 'FIRED'
                        order by escalation.due_at
                        """, Object[].class)
                .setParameter("stageIds", stageIds.toArray(UUID[]::new))
                .addScalar("stage_id", UUID.class)
                .addScalar("step", String.class)
                .addScalar("fired_at", Instant.class)
                .addScalar("call_sign", String.class)
                .setTupleTransformer((row, columns) -> new StepOfStage(
                        (UUID) row[0], EscalationStep.valueOf((String) row[1]), (Instant) row[2], (@Nullable String)
                                row[3]))
                .getResultList();
    }
}
