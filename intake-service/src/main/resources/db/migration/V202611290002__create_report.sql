create table report (
    id             uuid        not null constraint report_pkey primary key,
    receipt        text        not null constraint report_receipt_key unique,
    channel        text        not null constraint report_channel_check
        check (channel in ('PRESS', 'SOCIAL', 'CITIZEN', 'PARTNER', 'DESK')),
    status         text        not null default 'RECEIVED' constraint report_status_check
        check (status in ('RECEIVED', 'UNDER_EXAMINATION', 'ANSWERED')),
    jurisdiction   text        not null constraint report_jurisdiction_check
        check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    -- Who filed it: the token's subject. A partner sees its own reports only.
    filed_by       text        not null,
    -- A partner sees what it filed, so that what is fetched for it is shared with nobody else.
    from_partner   boolean     not null default false,
    source_id      uuid        constraint report_source_fkey references source,
    url            text,
    title          text        constraint report_title_check check (length(title) <= 500),
    text           text        constraint report_text_check check (length(text) <= 20000),
    language       text,
    published_at   timestamptz,
    received_at    timestamptz not null,
    occurred_at    timestamptz,
    place          text,
    latitude       double precision constraint report_latitude_check check (latitude between -90 and 90),
    longitude      double precision constraint report_longitude_check check (longitude between -180 and 180),
    answer_kind    text        constraint report_answer_kind_check
        check (answer_kind in ('SET_ASIDE', 'NO_RECORDING', 'FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE',
            'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    answer_outcome text        constraint report_answer_outcome_check
        check (answer_outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    answered_at    timestamptz,
    -- Handed to another competent authority. Of the staff only internal affairs may know, whatever else a report is
    -- answered for the other dossiers that it stands in: so this stands apart from the answer.
    forwarded      boolean     not null default false,
    erased_at      timestamptz,
    -- Grows with every change of what GET shows: the entity tag.
    version        integer     not null default 1,
    -- Filtered by while a page is gathered: kept in the row, rather than the text, which only the page's own rows need.
    search         tsvector    storage main not null generated always as (
        without_final_hamza(to_tsvector('report'::regconfig, report_words(title, text, place, url)))) stored,
    constraint report_coordinates_check check ((latitude is null) = (longitude is null)),
    constraint report_answered_check
        check ((status = 'ANSWERED') = (answer_kind is not null) and (answer_kind is null) = (answered_at is null)),
    constraint report_outcome_check check (answer_outcome is null or answer_kind = 'RESOLVED')
);

-- So that the planner tells words of 1 % from those of 0.1 %: the one is met on the way, the other is looked up.
alter table report alter column search set statistics 300;

-- A short pending list: every search reads it from end to end.
create index report_search_idx on report using gin (search) with (gin_pending_list_limit = 512);
create index report_url_idx on report using gin (url gin_trgm_ops) with (gin_pending_list_limit = 512);
-- Pages print the last six digits of an id.
create index report_short_id_idx on report (right(cast(id as text), 6));
-- Pages come newest first, by the time of receipt.
create index report_received_at_idx on report (received_at, id);
create index report_filed_by_idx on report (filed_by, received_at, id);
create index report_channel_idx on report (channel, received_at, id);
create index report_source_idx on report (source_id, received_at, id) where source_id is not null;
-- Prefixes of codes do not come in order of time: the code alone makes the smallest index.
create index report_jurisdiction_idx on report (jurisdiction text_pattern_ops);
-- Reports that wait, oldest first (ids follow the time of receipt), and counted by jurisdiction and age from the index alone.
create index report_unanswered_id_idx on report (id) where status <> 'ANSWERED';
create index report_unanswered_age_idx on report (jurisdiction, received_at) include (filed_by, forwarded)
    where status <> 'ANSWERED';
create index report_false_idx on report (answered_at) where answer_kind = 'FALSE_REPORT' and erased_at is null;

-- Who reported: encrypted by the application (AES-256-GCM), apart from the report, under a random data key for each row. It
-- lies beside it, wrapped under the key that key_id names.
create table reporter_identity (
    report_id   uuid  not null constraint reporter_identity_pkey primary key
        constraint reporter_identity_report_fkey references report,
    key_id      text  not null,
    wrapped_key bytea not null,
    ciphertext  bytea not null
);

-- What lies under a key is found in the order of ids.
create index reporter_identity_key_idx on reporter_identity (key_id, report_id);

-- Who looked at a reporter's identity, when and why.
create table reporter_consultation (
    id        uuid        not null constraint reporter_consultation_pkey primary key,
    report_id uuid        not null constraint reporter_consultation_report_fkey references report,
    at        timestamptz not null,
    actor     text        not null,
    -- The account's lasting id: a user name can change hands.
    subject   text        not null,
    purpose   text        not null
);

create index reporter_consultation_report_idx on reporter_consultation (report_id, at);

create trigger reporter_consultation_append_only before update or delete or truncate on reporter_consultation
    for each statement execute function refuse_change();

-- Reports that stand in no dossier are answered by an officer, who says why.
create table report_decision (
    report_id  uuid        not null constraint report_decision_report_fkey references report,
    at         timestamptz not null,
    kind       text        not null constraint report_decision_kind_check check (kind in ('SET_ASIDE', 'NO_RECORDING')),
    reason     text        not null,
    decided_by text        not null,
    constraint report_decision_pkey primary key (report_id, at)
);

create trigger report_decision_append_only before update or delete or truncate on report_decision
    for each statement execute function refuse_change();

-- Reports that were answered without anybody's look: their media are those of a dossier that had been decided before.
create table report_rule (
    report_id   uuid        not null constraint report_rule_pkey primary key,
    dossier_id  uuid        not null,
    answered_at timestamptz not null
);

-- An officer stops the rule for a report, or lets it apply again; the newest act holds.
create table report_rule_act (
    act_id      uuid        not null constraint report_rule_act_pkey primary key,
    report_id   uuid        not null,
    kind        text        not null constraint report_rule_act_kind_check check (kind in ('STOPPED', 'RESUMED')),
    reason      text        not null constraint report_rule_act_reason_check check (length(btrim(reason)) >= 10),
    person      text        not null,
    person_name text        not null,
    at          timestamptz not null
);

create index report_rule_act_report_idx on report_rule_act (report_id, act_id);

create trigger report_rule_act_append_only before update or delete or truncate on report_rule_act
    for each statement execute function refuse_change();
