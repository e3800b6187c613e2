-- Until when somebody should have looked, which follows from the urgency and does not move by itself: an order by it
-- stays, and what waits comes to its front. Dossiers from before are ordinary ones.
alter table dossier
    add column urgency text not null default 'NORMAL'
        constraint dossier_urgency_check check (urgency in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW')),
    add column look_by timestamptz not null default now();
update dossier set look_by = opened_at + interval '6 hours';
create index dossier_look_by_idx on dossier ((state = 'CONCLUDED'), look_by, dossier_id);

-- What the suite reckons, whatever people say: the reasons by their names, each with its facts, in no language.
create table urgency (
    dossier_id uuid        not null,
    level      text        not null,
    reasons    jsonb       not null,
    since      timestamptz not null,
    constraint urgency_pkey primary key (dossier_id),
    constraint urgency_dossier_fkey foreign key (dossier_id) references dossier,
    constraint urgency_level_check check (level in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW'))
);

-- What people say, the newest last. It is only ever added to.
create table urgency_change (
    change_id   uuid        not null,
    dossier_id  uuid        not null,
    -- Absent where somebody goes back to what is reckoned.
    level       text,
    reason      text,
    person      text        not null,
    person_name text        not null,
    changed_at  timestamptz not null,
    constraint urgency_change_pkey primary key (change_id),
    constraint urgency_change_dossier_fkey foreign key (dossier_id) references dossier,
    constraint urgency_change_level_check check (level in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW')),
    constraint urgency_change_reason_check check ((level is null) = (reason is null) and length(btrim(reason)) > 0)
);
create index urgency_change_dossier_idx on urgency_change (dossier_id, change_id);

create function refuse_change_of_urgency_change() returns trigger language plpgsql as $$
begin
    raise exception 'urgency_change is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger urgency_change_append_only
    before update or delete or truncate on urgency_change
    for each statement execute function refuse_change_of_urgency_change();

-- Verified offences are looked for around a place.
create index verdict_proposal_offence_place_idx on verdict_proposal (latitude, longitude)
    where verdict = 'PRESUMED_OFFENCE' and decision = 'CONFIRM' and latitude is not null;

-- The laboratory works in the same order. The column urgency and its index stay, unused: replicas of the release before
-- claim by them until a rolling update has replaced the last one. A later release drops both.
alter table examination add column look_by timestamptz;
update examination set look_by = queued_at + urgency * interval '3 hours';
alter table examination
    alter column look_by set default now(),
    alter column look_by set not null;
create index examination_look_by_idx on examination (look_by, queued_at) where state in ('QUEUED', 'RUNNING');
