-- An outcome and each correction of it, as somebody stated it; the newest one holds. Nothing here is ever changed.
create table outcome_statement (
    id          uuid        not null constraint outcome_statement_pkey primary key,
    incident_id uuid        not null constraint outcome_statement_incident_fkey references incident,
    kind        text        not null constraint outcome_statement_kind_check
        check (kind in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    persons     integer     not null,
    note        text,
    -- Seized objects, injured by role, references of arrests; no name of anybody.
    details     jsonb       not null,
    -- Why the statement before was wrong; the first one has none, nor that after a reopening.
    reason      text,
    stated_at   timestamptz not null,
    stated_by   text        not null,
    constraint outcome_statement_arrest_check check (kind <> 'ARRESTED' or persons >= 1)
);

create index outcome_statement_incident_idx on outcome_statement (incident_id, id);

create function refuse_outcome_statement_change() returns trigger language plpgsql as $$
begin
    raise exception 'outcome_statement is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger outcome_statement_append_only before update or delete or truncate on outcome_statement
    for each statement execute function refuse_outcome_statement_change();

alter table incident
    add column outcome_corrected_at timestamptz,
    add constraint incident_outcome_correction_check check (outcome_corrected_at is null or outcome_kind is not null);

insert into outcome_statement (id, incident_id, kind, persons, note, details, stated_at, stated_by)
select uuidv7(), id, outcome_kind, outcome_persons, outcome_note,
       '{"seized": [], "injured": [], "arrests": []}', resolved_at, resolved_by
from incident where outcome_kind is not null;

alter table incident_entry drop constraint incident_entry_kind_check;
alter table incident_entry add constraint incident_entry_kind_check
    check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'STOOD_DOWN',
        'ASSISTANCE_ASKED', 'RESOLVED', 'REOPENED', 'REFERRED', 'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN',
        'CANCELLED', 'CLASSIFIED', 'ESCALATED', 'OUTCOME_CORRECTED', 'COURT_DECIDED'));
