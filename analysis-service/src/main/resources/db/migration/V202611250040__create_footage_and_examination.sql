-- All footage seen so far. Rows are appended under one advisory lock, so that sequence numbers are committed in order.
create table footage (
    sequence    bigint generated always as identity constraint footage_pkey primary key,
    evidence_id uuid not null constraint footage_evidence_key unique,
    frames      bytea not null
);
alter table footage alter column frames set storage external;

create table examination (
    id           uuid constraint examination_pkey primary key,
    evidence_id  uuid not null constraint examination_evidence_key unique,
    sha256       text not null constraint examination_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type   text not null,
    jurisdiction text not null,
    state        text not null default 'QUEUED'
        constraint examination_state_check check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'UNREADABLE')),
    urgency      smallint not null default 2
        constraint examination_urgency_check check (urgency between 0 and 4),
    lease_owner  uuid,
    lease_until  timestamptz,
    attempts     integer not null default 0,
    lost_leases  integer not null default 0,
    failures     integer not null default 0,
    last_failure text,
    not_before   timestamptz not null,
    queued_at    timestamptz not null,
    started_at   timestamptz,
    examined_at  timestamptz,
    constraint examination_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null)),
    constraint examination_end_check check ((state in ('COMPLETED', 'UNREADABLE')) = (examined_at is not null))
);
create index examination_to_do_idx on examination (urgency, queued_at) where state in ('QUEUED', 'RUNNING');

create table finding (
    examination_id uuid not null constraint finding_examination_fkey references examination,
    position       smallint not null,
    method         text not null,
    version        text not null,
    result         text not null constraint finding_result_check check (result in ('PASS', 'FAIL', 'UNKNOWN')),
    summary        text not null,
    detail         text not null,
    weakness       text not null,
    constraint finding_pkey primary key (examination_id, position)
);

-- Each match stands twice, once from either side, so that both examinations show it.
create table match (
    id             uuid constraint match_pkey primary key,
    evidence_id    uuid not null,
    with_kind      text not null constraint match_with_kind_check check (with_kind in ('EVIDENCE', 'KNOWN_FOOTAGE')),
    with_id        uuid not null,
    transformation text not null,
    coverage       double precision not null constraint match_coverage_check check (coverage between 0 and 1),
    score          double precision not null constraint match_score_check check (score between 0 and 1),
    found_at       timestamptz not null,
    constraint match_key unique (evidence_id, with_id, transformation)
);

create table match_span (
    match_id   uuid not null constraint match_span_match_fkey references match,
    position   smallint not null,
    from_s     double precision not null,
    to_s       double precision not null,
    other_from double precision not null,
    other_to   double precision not null,
    constraint match_span_pkey primary key (match_id, position)
);

create table still (
    examination_id uuid not null constraint still_examination_fkey references examination,
    number         smallint not null,
    at_s           double precision not null,
    jpeg           bytea not null,
    constraint still_pkey primary key (examination_id, number)
);
alter table still alter column jpeg set storage external;

-- Who looked at which still, and why. It is only ever added to.
create table still_look (
    id             uuid constraint still_look_pkey primary key,
    examination_id uuid not null,
    number         smallint not null,
    viewer_id      text not null,
    viewer_name    text not null,
    purpose        text not null,
    at             timestamptz not null
);
create index still_look_examination_idx on still_look (examination_id);

create function refuse_change_of_still_look() returns trigger language plpgsql as $$
begin
    raise exception 'still_look is append-only';
end
$$;

create trigger still_look_append_only
    before update or delete or truncate on still_look
    for each statement execute function refuse_change_of_still_look();
