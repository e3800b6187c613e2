-- What courts decided after a referral; nothing here is ever changed.
create table court_decision (
    id          uuid        not null constraint court_decision_pkey primary key,
    incident_id uuid        not null constraint court_decision_incident_fkey references incident,
    kind        text        not null constraint court_decision_kind_check
        check (kind in ('CHARGED', 'DISMISSED', 'ACQUITTED', 'CONVICTED', 'APPEALED', 'OTHER')),
    court       text        not null,
    reference   text        not null,
    decided_at  timestamptz not null,
    summary     text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);

create index court_decision_incident_idx on court_decision (incident_id, decided_at, id);

create function refuse_court_decision_change() returns trigger language plpgsql as $$
begin
    raise exception 'court_decision is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger court_decision_append_only before update or delete or truncate on court_decision
    for each statement execute function refuse_court_decision_change();
