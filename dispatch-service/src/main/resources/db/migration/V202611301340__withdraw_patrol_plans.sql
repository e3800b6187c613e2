-- A commander takes a plan back: units do not go by it any more.
set local lock_timeout = '2s';
alter table patrol_plan
    add column withdrawn_at      timestamptz,
    add column withdrawn_by      text,
    add column withdrawal_reason text
        constraint patrol_plan_withdrawal_reason_check check (length(withdrawal_reason) between 1 and 500),
    drop constraint patrol_plan_state_check,
    add constraint patrol_plan_state_check check (state in ('SOLVING', 'PROPOSED', 'APPROVED', 'FAILED', 'WITHDRAWN')),
    drop constraint patrol_plan_solved_check,
    add constraint patrol_plan_solved_check
        check (num_nulls(solved_at, hard_score, medium_score, soft_score)
               = case when state in ('PROPOSED', 'APPROVED', 'WITHDRAWN') then 0 else 4 end),
    -- One that was never approved can be withdrawn, too.
    drop constraint patrol_plan_approved_check,
    add constraint patrol_plan_approved_check
        check (num_nulls(approved_at, approved_by)
               = case when state = 'APPROVED' or state = 'WITHDRAWN' and approved_at is not null then 0 else 2 end),
    drop constraint patrol_plan_repaired_check,
    add constraint patrol_plan_repaired_check
        check ((repairs = 0) = (repaired_at is null) and (repairs = 0 or approved_at is not null)),
    add constraint patrol_plan_withdrawn_check
        check (num_nulls(withdrawn_at, withdrawn_by, withdrawal_reason) = case when state = 'WITHDRAWN' then 0 else 3 end);

-- What a withdrawn plan had ahead keeps its unit and time, for whoever asks later, and is shown to nobody.
alter table patrol_visit
    drop constraint patrol_visit_state_check,
    add constraint patrol_visit_state_check check (state in ('PLANNED', 'INTERRUPTED', 'UNASSIGNED', 'WITHDRAWN')),
    drop constraint patrol_visit_assigned_check,
    add constraint patrol_visit_assigned_check
        check (num_nulls(unit_id, start_at, end_at, travel_seconds)
               = case when state = 'UNASSIGNED' or state = 'WITHDRAWN' and unit_id is null then 4 else 0 end);

alter table patrol_plan_entry
    drop constraint patrol_plan_entry_kind_check,
    add constraint patrol_plan_entry_kind_check
        check (kind in ('MADE', 'PROPOSED', 'FAILED', 'APPROVED', 'REPAIRED', 'WITHDRAWN'));
