-- What was told of the rights of an arrested person: that the person is a minor, or that a duty of the law was done. The
-- newest entry holds; nothing here is ever changed. People are numbers, never names.
create table rights_entry (
    id          uuid        not null constraint rights_entry_pkey primary key,
    incident_id uuid        not null constraint rights_entry_incident_fkey references incident,
    person      integer     not null constraint rights_entry_person_check check (person between 1 and 1000),
    -- Of an entry about the person.
    minor       boolean,
    -- Of an entry about a duty.
    duty        text        constraint rights_entry_duty_check
        check (duty in ('RIGHTS_READ', 'FAMILY_INFORMED', 'DOCTOR_OFFERED', 'LAWYER_OFFERED', 'GUARDIAN_INFORMED')),
    done        boolean,
    -- When it was done; of a duty that was not done after all, when that was told.
    at          timestamptz not null,
    -- Why the entry before was wrong.
    reason      text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rights_entry_subject_check check ((minor is null) = (duty is not null) and (duty is null) = (done is null))
);

create index rights_entry_incident_idx on rights_entry (incident_id, id);

create function refuse_rights_entry_change() returns trigger language plpgsql as $$
begin
    raise exception 'rights_entry is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger rights_entry_append_only before update or delete or truncate on rights_entry
    for each statement execute function refuse_rights_entry_change();

-- How many duties are not done for the people arrested: computed from the entries whenever these or the outcome change.
alter table incident add column missing_rights integer not null default 0
    constraint incident_missing_rights_check check (missing_rights >= 0);
update incident set missing_rights = outcome_persons * 4 where outcome_kind = 'ARRESTED';
create index incident_missing_rights_idx on incident (id) where missing_rights > 0;
