-- Who changed what keeps no history of its own. Triggers on such tables add it, in the transaction of the change; rows are
-- only ever added.
create table audit_change (
    id            uuid        not null default gen_random_uuid() constraint audit_change_pkey primary key,
    changed_at    timestamptz not null default clock_timestamp(),
    person        text        not null,
    person_name   text        not null,
    kind          text        not null,
    record_type   text        not null,
    record_id     uuid        not null,
    -- Of the record; where it lies in none, of the person.
    jurisdictions text[]      not null
);

create index audit_change_time_idx on audit_change (changed_at, id);

-- Notes what a person does, not what the service does: the kind, what the record is, and which column names it (id).
create function note_audit_change() returns trigger language plpgsql as $$
declare
    changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
    if acting_person() is not null then
        insert into audit_change (person, person_name, kind, record_type, record_id, jurisdictions)
        values (acting_person(), acting_person_name(), tg_argv[0], tg_argv[1],
            cast(changed ->> coalesce(tg_argv[2], 'id') as uuid),
            case when changed ? 'jurisdiction' then array[changed ->> 'jurisdiction'] else visible_jurisdictions() end);
    end if;
    return null;
end
$$;

create function refuse_change_of_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit_change is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_change_append_only before update or delete or truncate on audit_change
    for each statement execute function refuse_change_of_audit_change();
