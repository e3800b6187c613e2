-- What crews saw at visits of a patrol plan. Rows are only ever added: the newest of a visit counts. Black spots never read it.
create table visit_observation (
    id          uuid        not null constraint visit_observation_pkey primary key,
    plan_id     uuid        not null constraint visit_observation_plan_fkey references patrol_plan,
    visit_id    uuid        not null constraint visit_observation_visit_fkey references patrol_visit,
    kind        text        not null constraint visit_observation_kind_check
        check (kind in ('NOTHING', 'SUSPICIOUS_PEOPLE', 'CROWD', 'POOR_LIGHTING', 'OTHER')),
    note        text        constraint visit_observation_note_check check (length(note) between 1 and 1000),
    -- When the crew said it, also where its phone had no network.
    at          timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint visit_observation_other_check check (kind <> 'OTHER' or note is not null)
);
create index visit_observation_plan_idx on visit_observation (plan_id, id);
create index visit_observation_visit_idx on visit_observation (visit_id, id);

create function refuse_change_of_visit_observation() returns trigger language plpgsql as $$
begin
    raise exception 'visit_observation is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger visit_observation_is_append_only before update or delete or truncate on visit_observation
    for each statement execute function refuse_change_of_visit_observation();

-- The visits of a unit, which its crew asks for every few seconds.
create index patrol_visit_unit_idx on patrol_visit (unit_id, end_at) where unit_id is not null;
