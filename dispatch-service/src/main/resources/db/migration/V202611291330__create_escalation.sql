-- Targets of the stages of incidents, and who is called for when they are missed: of a territory and what lies in it, for
-- one type of incident or for all. The service has a policy of its own for where there is none.
create table escalation_policy (
    id            uuid        not null constraint escalation_policy_pkey primary key,
    jurisdiction  text        not null,
    incident_type text        constraint escalation_policy_incident_type_check 
        check (incident_type in ('STREET_ROBBERY', 'SNATCHING', 'ARMED_ROBBERY', 'ASSAULT', 'THEFT', 'OTHER')),
    -- The stages, each with its target and its steps, as the interface shows them.
    stages        jsonb       not null,
    version       bigint      not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    constraint escalation_policy_key unique nulls not distinct (jurisdiction, incident_type)
);

-- What an incident waits for, or has waited for. Times are when the service learned of it, by this database's clock: what
-- a phone tells late makes nobody late after the event.
create table incident_stage (
    id            uuid        not null constraint incident_stage_pkey primary key,
    incident_id   uuid        not null constraint incident_stage_incident_fkey references incident,
    assignment_id uuid        constraint incident_stage_assignment_fkey references assignment,
    stage         text        not null constraint incident_stage_stage_check
        check (stage in ('OPEN_TO_ASSIGNED', 'ASSIGNED_TO_ACKNOWLEDGED', 'ACKNOWLEDGED_TO_EN_ROUTE',
            'EN_ROUTE_TO_ON_SCENE', 'ON_SCENE_TO_OUTCOME', 'OUTCOME_TO_REFERRED')),
    started_at    timestamptz not null,
    target_at     timestamptz not null,
    ended_at      timestamptz,
    -- Whether what was waited for came, rather than that nobody waited any longer; null while it lasts.
    completed     boolean,
    constraint incident_stage_target_check check (target_at > started_at),
    constraint incident_stage_end_check check (ended_at >= started_at),
    constraint incident_stage_completed_check check ((completed is null) = (ended_at is null)),
    constraint incident_stage_unit_check check ((assignment_id is not null)
        = (stage in ('ASSIGNED_TO_ACKNOWLEDGED', 'ACKNOWLEDGED_TO_EN_ROUTE', 'EN_ROUTE_TO_ON_SCENE')))
);

create unique index incident_stage_running_key on incident_stage (incident_id, stage, assignment_id) nulls not distinct
    where ended_at is null;
create index incident_stage_incident_idx on incident_stage (incident_id, id);
create index incident_stage_assignment_idx on incident_stage (assignment_id);

-- A step that follows when its stage still lasts at that time: a task (docs/task-queue.md).
create table escalation (
    id           uuid        not null constraint escalation_pkey primary key,
    stage_id     uuid        not null constraint escalation_stage_fkey references incident_stage,
    step         text        not null constraint escalation_step_check
        check (step in ('NEXT_UNIT_PROPOSED', 'SUPERVISOR', 'COMMANDER')),
    -- What not_before was before anything failed.
    due_at       timestamptz not null,
    fired_at     timestamptz,
    proposed_unit_id uuid    constraint escalation_unit_fkey references unit,
    state        text        not null default 'QUEUED' constraint escalation_state_check
        check (state in ('QUEUED', 'RUNNING', 'FIRED', 'ENDED')),
    not_before   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    constraint escalation_key unique (stage_id, step),
    constraint escalation_fired_check check ((state = 'FIRED') = (fired_at is not null)),
    constraint escalation_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
);

create index escalation_to_do_idx on escalation (not_before, id) where state in ('QUEUED', 'RUNNING');

-- An entry of a step says which one, of which stage, since when that is overdue, and which unit is proposed.
alter table incident_entry
    add column stage              text,
    add column step               text,
    add column overdue_since      timestamptz,
    add column proposed_call_sign text,
    drop constraint incident_entry_kind_check,
    add constraint incident_entry_kind_check
        check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'STOOD_DOWN',
            'ASSISTANCE_ASKED', 'RESOLVED', 'REOPENED', 'REFERRED', 'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN',
            'CANCELLED', 'CLASSIFIED', 'ESCALATED')),
    add constraint incident_entry_escalation_check
        check (num_nulls(stage, step, overdue_since) = case when kind = 'ESCALATED' then 0 else 3 end);
