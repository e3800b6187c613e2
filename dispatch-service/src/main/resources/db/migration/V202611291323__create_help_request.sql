-- Help of units of another jurisdiction: who asked, for how long, and who granted it.
create table help_request (
    id          uuid        not null constraint help_request_pkey primary key,
    -- For whose incidents, and of whose units.
    asking      text        not null,
    asked       text        not null,
    reason      text        not null,
    until_at    timestamptz not null,
    state       text        not null constraint help_request_state_check
        check (state in ('ASKED', 'GRANTED', 'REFUSED', 'ENDED')),
    -- The one unit that was granted; null for every unit of the jurisdiction.
    unit_id     uuid        constraint help_request_unit_fkey references unit,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    answered_by text,
    answered_at timestamptz,
    ended_by    text,
    ended_at    timestamptz,
    -- Grows with every change: the entity tag.
    version     bigint      not null,
    constraint help_request_sides_check check (asking <> asked),
    -- One that has ended may have been taken back before it was answered.
    constraint help_request_answer_check check (case state
        when 'ASKED' then num_nulls(answered_by, answered_at) = 2
        when 'ENDED' then num_nulls(answered_by, answered_at) in (0, 2)
        else num_nulls(answered_by, answered_at) = 0
    end),
    constraint help_request_end_check check (num_nulls(ended_by, ended_at) = case when state = 'ENDED' then 0 else 2 end),
    constraint help_request_unit_check check (unit_id is null or state in ('GRANTED', 'ENDED'))
);
create index help_request_asking_idx on help_request (asking text_pattern_ops, id);
create index help_request_asked_idx on help_request (asked text_pattern_ops, id);
-- What stands is asked for with each list of units.
create index help_request_granted_idx on help_request (until_at) where state = 'GRANTED';

-- A unit on an incident of another jurisdiction. Its crew sees that incident until this ends: a day after its assignment,
-- so that a phone without network can still tell what it did.
create table unit_loan (
    assignment_id uuid        not null constraint unit_loan_pkey primary key
        constraint unit_loan_assignment_fkey references assignment,
    incident_id   uuid        not null constraint unit_loan_incident_fkey references incident,
    -- The unit's.
    jurisdiction  text        not null,
    until_at      timestamptz
);
create index unit_loan_jurisdiction_idx on unit_loan (jurisdiction text_pattern_ops) include (incident_id, until_at);

-- Whoever sends a unit does not see what its jurisdiction sees, so the service lends it and takes it back.
create function lend_unit() returns trigger language plpgsql as $$
declare
    actor constant text := current_setting('balagh.actor', true);
begin
    perform set_config('balagh.actor', 'service', true);
    insert into unit_loan (assignment_id, incident_id, jurisdiction)
    select new.id, incident.id, unit.jurisdiction
    from incident, unit
    where incident.id = new.incident_id and unit.id = new.unit_id
      and incident.jurisdiction <> unit.jurisdiction
      and incident.jurisdiction not like unit.jurisdiction || '-%'
      and unit.jurisdiction not like incident.jurisdiction || '-%';
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;

create trigger assignment_lends_unit after insert on assignment
    for each row execute function lend_unit();

create function end_unit_loan() returns trigger language plpgsql as $$
declare
    actor constant text := current_setting('balagh.actor', true);
begin
    perform set_config('balagh.actor', 'service', true);
    update unit_loan set until_at = new.released_at + interval '1 day' where assignment_id = new.id;
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;

create trigger assignment_ends_unit_loan after update of released_at on assignment
    for each row when (new.released_at is not null) execute function end_unit_loan();
