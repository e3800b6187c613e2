-- Everything about one alleged event. The columns of a verdict are bound to the people behind it by create_verdict. There
-- is no version: what somebody is shown tells it, and a number here would count what is hidden from them, too.
create table dossier (
    dossier_id   uuid        not null constraint dossier_pkey primary key,
    jurisdiction text        not null constraint dossier_jurisdiction_check
        check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    compartment  text        not null default 'COMMON' constraint dossier_compartment_check
        check (compartment in ('COMMON', 'INTERNAL_AFFAIRS')),
    -- JOINED: somebody joined it to another one. It stays, empty, and leads to that.
    state        text        not null default 'OPEN' constraint dossier_state_check
        check (state in ('OPEN', 'PROPOSED', 'CONCLUDED', 'JOINED')),
    urgency      text        not null default 'NORMAL' constraint dossier_urgency_check
        check (urgency in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW')),
    -- Until when somebody should have looked, which follows from the urgency and does not move by itself: an order by it
    -- stays, and what waits comes to its front.
    look_by      timestamptz not null default now(),
    opened_at    timestamptz not null,
    -- When it was first ready stays; whether it is ready now comes and goes with its evidence.
    ready        boolean     not null default false,
    ready_at     timestamptz,
    proposal_id  uuid,
    proposed_at  timestamptz,
    verdict_id   uuid,
    verdict      text        constraint dossier_verdict_check
        check (verdict in ('FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'POLICE_MISCONDUCT')),
    concluded_at timestamptz,
    constraint dossier_ready_check check (not ready or ready_at is not null),
    constraint dossier_proposed_check check (
        (state = 'PROPOSED') = (proposal_id is not null) and (proposal_id is null) = (proposed_at is null)),
    constraint dossier_concluded_check check (
        (state = 'CONCLUDED') = (verdict_id is not null)
        and (verdict_id is null) = (verdict is null)
        and (verdict_id is null) = (concluded_at is null)),
    constraint dossier_misconduct_check check (verdict <> 'POLICE_MISCONDUCT' or compartment = 'INTERNAL_AFFAIRS')
);

-- The list is newest first, and ids are in the order of their time; text_pattern_ops serves "MA-CAS-%".
create index dossier_jurisdiction_idx on dossier (jurisdiction text_pattern_ops, dossier_id desc);
create index dossier_look_by_idx on dossier ((state = 'CONCLUDED'), look_by, dossier_id);
create index dossier_unconcluded_idx on dossier (state, opened_at) where state <> 'CONCLUDED';
create index dossier_verdict_idx on dossier (verdict, dossier_id desc) where verdict is not null;
-- Pages print the last six digits of an id.
create index dossier_short_id_idx on dossier (right(cast(dossier_id as text), 6));

-- The primary key is the rule: an evidence stands in one dossier.
create table dossier_evidence (
    evidence_id uuid        not null constraint dossier_evidence_pkey primary key
        constraint dossier_evidence_evidence_fkey references evidence,
    dossier_id  uuid        not null constraint dossier_evidence_dossier_fkey references dossier,
    joined_at   timestamptz not null
);

create index dossier_evidence_dossier_idx on dossier_evidence (dossier_id);

create table dossier_report (
    dossier_id uuid        not null constraint dossier_report_dossier_fkey references dossier,
    report_id  uuid        not null,
    joined_at  timestamptz not null,
    constraint dossier_report_pkey primary key (dossier_id, report_id)
);

create index dossier_report_report_idx on dossier_report (report_id);
create index dossier_report_short_id_idx on dossier_report (right(cast(report_id as text), 6));
-- Very many reports may join at once; they are read in the order in which they joined.
create index dossier_report_joined_idx on dossier_report (dossier_id, joined_at, report_id);

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

-- Where everything of a joined dossier stands now: always the last one, when that was joined to another in its turn. Apart
-- from the dossier, so that following it takes no lock of a row that is empty.
create table dossier_join (
    dossier_id uuid not null constraint dossier_join_pkey primary key
        constraint dossier_join_dossier_fkey references dossier,
    into_id    uuid not null constraint dossier_join_into_fkey references dossier,
    constraint dossier_join_other_check check (into_id <> dossier_id)
);

create index dossier_join_into_idx on dossier_join (into_id);

-- What the suite reckons, whatever people say: the reasons by their names, each with its facts, in no language.
create table urgency (
    dossier_id     uuid        not null constraint urgency_pkey primary key
        constraint urgency_dossier_fkey references dossier,
    level          text        not null constraint urgency_level_check check (level in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW')),
    reasons        jsonb       not null,
    since          timestamptz not null,
    -- Of a dossier of very many reports it is reckoned anew once for all that came in between: how much that is, and since
    -- when.
    unreckoned     integer     not null default 0,
    outdated_since timestamptz,
    constraint urgency_outdated_check check ((unreckoned > 0) = (outdated_since is not null))
);

create index urgency_outdated_idx on urgency (outdated_since) where outdated_since is not null;

-- What people say, the newest last. It is only ever added to.
create table urgency_change (
    change_id   uuid        not null constraint urgency_change_pkey primary key,
    dossier_id  uuid        not null constraint urgency_change_dossier_fkey references dossier,
    -- Absent where somebody goes back to what is reckoned.
    level       text        constraint urgency_change_level_check check (level in ('IMMEDIATE', 'HIGH', 'NORMAL', 'LOW')),
    reason      text,
    person      text        not null,
    person_name text        not null,
    changed_at  timestamptz not null,
    constraint urgency_change_reason_check check ((level is null) = (reason is null) and length(btrim(reason)) > 0)
);

create index urgency_change_dossier_idx on urgency_change (dossier_id, change_id);

create function refuse_change_of_urgency_change() returns trigger language plpgsql as $$
begin
    raise exception 'urgency_change is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger urgency_change_append_only before update or delete or truncate on urgency_change
    for each statement execute function refuse_change_of_urgency_change();

-- Who looked at which dossier, and when (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table consultation (
    consultation_id uuid        not null constraint consultation_pkey primary key,
    dossier_id      uuid        not null,
    person          text        not null,
    person_name     text        not null,
    purpose         text,
    consulted_at    timestamptz not null
);

create index consultation_dossier_idx on consultation (dossier_id, consultation_id);
create index consultation_person_idx on consultation (person, consultation_id);

create function refuse_change_of_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger consultation_is_append_only before update or delete on consultation
    for each row execute function refuse_change_of_consultation();
create trigger consultation_is_never_emptied before truncate on consultation
    for each statement execute function refuse_change_of_consultation();
