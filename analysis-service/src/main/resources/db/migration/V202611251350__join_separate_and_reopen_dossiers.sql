-- A dossier that somebody joined to another one stays, empty, and leads to it.
alter table dossier
    drop constraint dossier_state_check,
    add constraint dossier_state_check check (state in ('OPEN', 'PROPOSED', 'CONCLUDED', 'JOINED'));

-- An answer that was withdrawn is none, and has the time from which on it is none.
alter table report
    drop constraint report_answer_check,
    add constraint report_answer_check check (answer_kind is null or answered_at is not null);

-- Where everything of a joined dossier stands now: always the last one, when that was joined to another in its turn. Apart
-- from the dossier, so that following it takes no lock of a row that is empty.
create table dossier_join (
    dossier_id uuid not null,
    into_id    uuid not null,
    constraint dossier_join_pkey primary key (dossier_id),
    constraint dossier_join_dossier_fkey foreign key (dossier_id) references dossier,
    constraint dossier_join_into_fkey foreign key (into_id) references dossier,
    constraint dossier_join_other_check check (into_id <> dossier_id)
);

create index dossier_join_into_idx on dossier_join (into_id);

-- Nothing is put into a joined dossier, whichever way it comes: one event has one dossier.
create function refuse_joined_dossier() returns trigger language plpgsql as $$
begin
    if exists (select 1 from dossier where dossier_id = new.dossier_id and state = 'JOINED') then
        raise exception 'dossier % was joined to another one', new.dossier_id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger dossier_evidence_not_joined before insert or update on dossier_evidence
    for each row execute function refuse_joined_dossier();
create trigger dossier_report_not_joined before insert or update on dossier_report
    for each row execute function refuse_joined_dossier();

-- What people did to a dossier as a whole: who, when and why. Rows are only ever added.
create table dossier_act (
    act_id       uuid        not null,
    kind         text        not null,
    dossier_id   uuid        not null,
    -- The dossier that was joined to it, or the one that what was separated from it stands in.
    other_id     uuid,
    evidence_ids uuid[]      not null default '{}',
    verdict_id   uuid,
    reason       text        not null,
    person       text        not null,
    person_name  text        not null,
    at           timestamptz not null,
    constraint dossier_act_pkey primary key (act_id),
    constraint dossier_act_dossier_fkey foreign key (dossier_id) references dossier,
    constraint dossier_act_other_fkey foreign key (other_id) references dossier,
    constraint dossier_act_verdict_fkey foreign key (verdict_id) references verdict,
    constraint dossier_act_kind_check check (kind in ('JOINED', 'SEPARATED', 'REOPENED')),
    constraint dossier_act_other_check check ((kind = 'REOPENED') = (other_id is null)),
    constraint dossier_act_evidence_check check ((kind = 'SEPARATED') = (cardinality(evidence_ids) > 0)),
    constraint dossier_act_verdict_check check ((kind = 'REOPENED') = (verdict_id is not null)),
    constraint dossier_act_reason_check check (length(btrim(reason)) >= 10)
);

create index dossier_act_dossier_idx on dossier_act (dossier_id, act_id);
create index dossier_act_other_idx on dossier_act (other_id, act_id) where other_id is not null;
-- A verdict is withdrawn once.
create unique index dossier_act_verdict_key on dossier_act (verdict_id) where verdict_id is not null;

create function refuse_change_of_act() returns trigger language plpgsql as $$
begin
    raise exception 'dossier_act is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger dossier_act_is_append_only before update or delete on dossier_act
    for each row execute function refuse_change_of_act();
create trigger dossier_act_is_never_emptied before truncate on dossier_act
    for each statement execute function refuse_change_of_act();
