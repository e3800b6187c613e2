-- What changed, for the desks that follow it (ADR 055). A row says that something changed, not how: a desk reads it anew,
-- with its own rights. Rows become visible when their transactions end, in any order; readers tell by "transaction" which
-- ones they have seen.
create table desk_change (
    transaction   xid8        not null default pg_current_xact_id(),
    number        bigint      not null generated always as identity,
    jurisdiction  text        not null,
    incident_id   uuid,
    assignment_id uuid,
    unit_id       uuid,
    changed_at    timestamptz not null default clock_timestamp(),
    constraint desk_change_pkey primary key (transaction, number),
    constraint desk_change_subject_check check (num_nonnulls(incident_id, unit_id) > 0)
);
create index desk_change_changed_at_idx on desk_change (changed_at);

-- The last transaction whose rows were erased: who has not seen it cannot be told what it missed. One row.
create table desk_change_erasure (
    id          boolean not null default true constraint desk_change_erasure_pkey primary key
        constraint desk_change_erasure_id_check check (id),
    transaction xid8    not null
);
insert into desk_change_erasure (transaction) values ('0');

-- Triggers note what changes, so that no statement forgets to. They act as the service: whoever changes an assignment need
-- not see the whole incident.
create function note_desk_change(incident_id uuid, assignment_id uuid, unit_id uuid, jurisdiction text)
    returns void language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    insert into desk_change (incident_id, assignment_id, unit_id, jurisdiction)
    values ($1, $2, $3, coalesce($4, (select incident.jurisdiction from incident where incident.id = $1)));
    perform set_config('balagh.actor', actor, true);
end
$$;

create function note_incident_change() returns trigger language plpgsql as $$
begin
    perform note_desk_change(new.id, null, null, new.jurisdiction);
    return null;
end
$$;
create trigger incident_change_noted after insert or update on incident
    for each row execute function note_incident_change();

create function note_assignment_change() returns trigger language plpgsql as $$
begin
    perform note_desk_change(new.incident_id, new.id, new.unit_id, null);
    return null;
end
$$;
create trigger assignment_change_noted after insert or update on assignment
    for each row execute function note_assignment_change();

create function note_unit_change() returns trigger language plpgsql as $$
begin
    perform note_desk_change(null, null, new.id, new.jurisdiction);
    if tg_op = 'UPDATE' and old.jurisdiction <> new.jurisdiction then
        perform note_desk_change(null, null, new.id, old.jurisdiction);
    end if;
    return null;
end
$$;
-- Positions lie beside units (unit_position): desks are told of them by sampling.
create trigger unit_change_noted after insert or update on unit
    for each row execute function note_unit_change();
