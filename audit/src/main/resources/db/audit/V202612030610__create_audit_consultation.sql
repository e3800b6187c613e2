-- Who read the audit trail, when, and what they asked for: who watches is watched. Rows are only ever added.
create table audit_consultation (
    id            uuid        not null constraint audit_consultation_pkey primary key,
    person        text        not null,
    person_name   text        not null,
    -- Of the reader.
    jurisdictions text[]      not null,
    consulted_at  timestamptz not null,
    asked_person  text,
    asked_record  uuid,
    asked_kind    text,
    asked_purpose text,
    asked_from    timestamptz,
    asked_to      timestamptz
);

create index audit_consultation_time_idx on audit_consultation (consulted_at, id);

create function refuse_change_of_audit_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'audit_consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_consultation_append_only before update or delete or truncate on audit_consultation
    for each statement execute function refuse_change_of_audit_consultation();
