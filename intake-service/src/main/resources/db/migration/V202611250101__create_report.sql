create table report (
    id            uuid        not null constraint report_pkey primary key,
    receipt       text        not null constraint report_receipt_key unique,
    channel       text        not null constraint report_channel_check
        check (channel in ('PRESS', 'SOCIAL', 'CITIZEN', 'PARTNER', 'DESK')),
    status        text        not null default 'RECEIVED' constraint report_status_check
        check (status in ('RECEIVED', 'UNDER_EXAMINATION', 'ANSWERED')),
    jurisdiction  text        not null constraint report_jurisdiction_check
        check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    -- Who filed it: the token's subject. A partner sees its own reports only.
    filed_by      text        not null,
    source_id     uuid,
    url           text,
    title         text        constraint report_title_check check (length(title) <= 500),
    text          text        constraint report_text_check check (length(text) <= 20000),
    language      text,
    published_at  timestamptz,
    received_at   timestamptz not null,
    occurred_at   timestamptz,
    place         text,
    latitude      double precision constraint report_latitude_check check (latitude between -90 and 90),
    longitude     double precision constraint report_longitude_check check (longitude between -180 and 180),
    answer_kind   text        constraint report_answer_kind_check
        check (answer_kind in ('FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    answer_outcome text       constraint report_answer_outcome_check
        check (answer_outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    answered_at   timestamptz,
    -- Grows with every change of what GET shows: the entity tag.
    version       integer     not null default 1,
    -- One column for three dictionaries, so that a query finds Arabic, French and names alike.
    search        tsvector    not null generated always as (
        to_tsvector('simple'::regconfig, coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(place, ''))
        || to_tsvector('arabic'::regconfig, coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(place, ''))
        || to_tsvector('french'::regconfig, coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(place, ''))
    ) stored,
    constraint report_coordinates_check check ((latitude is null) = (longitude is null)),
    constraint report_answered_check
        check ((status = 'ANSWERED') = (answer_kind is not null) and (answer_kind is null) = (answered_at is null)),
    constraint report_outcome_check check (answer_outcome is null or answer_kind = 'RESOLVED')
);

create index report_jurisdiction_idx on report (jurisdiction text_pattern_ops, id desc);
create index report_filed_by_idx on report (filed_by, id desc);
create index report_channel_idx on report (channel, id desc);
create index report_source_idx on report (source_id, id desc) where source_id is not null;
create index report_received_at_idx on report (received_at);
create index report_search_idx on report using gin (search);
create index report_unanswered_idx on report (received_at) where status <> 'ANSWERED';

-- Media that a report names by address. Each is kept until it was obtained or seen to be unobtainable: nothing is dropped.
create table media_link (
    report_id uuid    not null constraint media_link_report_fkey references report,
    position  integer not null,
    url       text    not null,
    state     text    not null default 'TO_OBTAIN' constraint media_link_state_check check (state in ('TO_OBTAIN')),
    constraint media_link_pkey primary key (report_id, position)
);

-- Who reported: encrypted by the application (AES-256-GCM, a key of its own for each report), apart from the report.
create table reporter_identity (
    report_id  uuid  not null constraint reporter_identity_pkey primary key
        constraint reporter_identity_report_fkey references report,
    key_id     text  not null,
    nonce      bytea not null,
    ciphertext bytea not null
);

-- Who looked at a reporter's identity, when and why.
create table reporter_consultation (
    id        uuid        not null constraint reporter_consultation_pkey primary key,
    report_id uuid        not null constraint reporter_consultation_report_fkey references report,
    at        timestamptz not null,
    actor     text        not null,
    purpose   text        not null
);

create index reporter_consultation_report_idx on reporter_consultation (report_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger reporter_consultation_append_only before update or delete or truncate on reporter_consultation
    for each statement execute function refuse_change();
