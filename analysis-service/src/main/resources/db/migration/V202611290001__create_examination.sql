create table examination (
    id           uuid        not null constraint examination_pkey primary key,
    evidence_id  uuid        not null constraint examination_evidence_key unique,
    sha256       text        not null constraint examination_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type   text        not null,
    jurisdiction text        not null,
    state        text        not null default 'QUEUED' constraint examination_state_check
        check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'UNREADABLE')),
    -- Until when somebody should have looked at its dossier: what is first.
    look_by      timestamptz not null default now(),
    lease_owner  uuid,
    lease_until  timestamptz,
    attempts     integer     not null default 0,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    not_before   timestamptz not null,
    queued_at    timestamptz not null,
    started_at   timestamptz,
    examined_at  timestamptz,
    -- The laboratory's own copy: what is erased is neither examined nor shown.
    erased_at    timestamptz,
    constraint examination_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null)),
    constraint examination_end_check check ((state in ('COMPLETED', 'UNREADABLE')) = (examined_at is not null))
);

create index examination_look_by_idx on examination (look_by, queued_at) where state in ('QUEUED', 'RUNNING');
create index examination_examined_idx on examination (examined_at) where examined_at is not null;

-- Wakes the workers of every replica at the commit of what they can do at once.
create function notify_examination() returns trigger language plpgsql as $$
begin
    perform pg_notify('examination', '');
    return null;
end
$$;

create trigger examination_queued after insert on examination
    for each statement execute function notify_examination();

create trigger examination_given_back after update of state on examination
    for each row when (new.state = 'QUEUED' and new.not_before <= now())
    execute function notify_examination();

-- Told in the reader's language, by its code and facts.
create table finding (
    examination_id uuid     not null constraint finding_examination_fkey references examination,
    position       smallint not null,
    method         text     not null,
    version        text     not null,
    result         text     not null constraint finding_result_check check (result in ('PASS', 'FAIL', 'UNKNOWN')),
    code           text     not null,
    facts          jsonb    not null,
    constraint finding_pkey primary key (examination_id, position)
);

create table still (
    examination_id uuid             not null constraint still_examination_fkey references examination,
    number         smallint         not null,
    at_s           double precision not null,
    jpeg           bytea            storage external not null,
    constraint still_pkey primary key (examination_id, number)
);

-- Who looked at which still, or at a picture of any moment, by its time, and why; with neither number nor time, at all
-- stills at once. It is only ever added to.
create table still_look (
    id             uuid             not null constraint still_look_pkey primary key,
    examination_id uuid             not null,
    number         smallint,
    picture_at_s   double precision,
    viewer_id      text             not null,
    viewer_name    text             not null,
    purpose        text             not null,
    at             timestamptz      not null,
    constraint still_look_one_check check (num_nonnulls(number, picture_at_s) <= 1)
);

create index still_look_examination_idx on still_look (examination_id);

create function refuse_change_of_still_look() returns trigger language plpgsql as $$
begin
    raise exception 'still_look is append-only';
end
$$;

create trigger still_look_append_only before update or delete or truncate on still_look
    for each statement execute function refuse_change_of_still_look();

-- Who looked at which examination, and when. It is only ever added to.
create table examination_look (
    id             uuid        not null constraint examination_look_pkey primary key,
    examination_id uuid        not null,
    viewer_id      text        not null,
    viewer_name    text        not null,
    at             timestamptz not null
);

create index examination_look_examination_idx on examination_look (examination_id, id);
create index examination_look_viewer_idx on examination_look (viewer_id, id);

create function refuse_change_of_examination_look() returns trigger language plpgsql as $$
begin
    raise exception 'examination_look is append-only';
end
$$;

create trigger examination_look_append_only before update or delete or truncate on examination_look
    for each statement execute function refuse_change_of_examination_look();
