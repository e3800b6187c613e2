-- Media in other forms: what browsers play, and what may leave the agency. The original stays with intake. Rows are kept when
-- the bytes are not any more: they say what was made of which evidence, how, and on whose order.
create table rendition (
    id              uuid             not null constraint rendition_pkey primary key,
    examination_id  uuid             not null constraint rendition_examination_fkey references examination,
    evidence_id     uuid             not null,
    sha256          text             not null constraint rendition_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    kind            text             not null constraint rendition_kind_check check (kind in ('PLAYABLE', 'REDACTED')),
    wish            jsonb            not null,
    -- Of the wish and of the version of the method: another version makes something else of the same wish.
    wish_digest     text             not null,
    ordered_by      text             not null,
    ordered_by_name text             not null,
    ordered_at      timestamptz      not null,
    state           text             not null default 'QUEUED' constraint rendition_state_check
        check (state in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
    urgency         smallint         not null constraint rendition_urgency_check check (urgency between 0 and 4),
    progress        double precision not null default 0 constraint rendition_progress_check check (progress between 0 and 1),
    lease_owner     uuid,
    lease_until     timestamptz,
    lost_leases     integer          not null default 0,
    failures        integer          not null default 0,
    last_failure    text,
    not_before      timestamptz      not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    reason          text,
    complaint       text,
    last_used_at    timestamptz,
    media_type      text,
    size            bigint,
    result_sha256   text,
    seconds         double precision,
    pictures        integer,
    made            jsonb,
    constraint rendition_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null)),
    constraint rendition_end_check check ((state in ('READY', 'FAILED', 'EXPIRED')) = (ended_at is not null)),
    constraint rendition_reason_check check ((state = 'FAILED') = (reason is not null)),
    constraint rendition_made_check check (
        num_nonnulls(last_used_at, media_type, size, result_sha256, pictures, made)
            = case when state in ('READY', 'EXPIRED') then 6 else 0 end)
);

-- The same wish is fulfilled once, for as long as it is kept.
create unique index rendition_wish_key on rendition (examination_id, wish_digest)
    where state in ('QUEUED', 'RUNNING', 'READY');
create index rendition_examination_idx on rendition (examination_id, id desc);
create index rendition_evidence_idx on rendition (evidence_id);
create index rendition_to_do_idx on rendition (urgency, ordered_at) where state in ('QUEUED', 'RUNNING');
create index rendition_kept_idx on rendition (last_used_at) where state = 'READY';

-- Wakes the workers of every replica at the commit of what they can do at once.
create function notify_rendition() returns trigger language plpgsql as $$
begin
    perform pg_notify('rendition', '');
    return null;
end
$$;

create trigger rendition_queued after insert on rendition
    for each statement execute function notify_rendition();

create trigger rendition_given_back after update of state on rendition
    for each row when (new.state = 'QUEUED' and new.not_before <= now())
    execute function notify_rendition();

-- The bytes, a mebibyte each but for the last one: any part can be read without the rest.
create table rendition_piece (
    rendition_id uuid    not null constraint rendition_piece_rendition_fkey references rendition,
    number       integer not null,
    bytes        bytea   storage external not null,
    constraint rendition_piece_pkey primary key (rendition_id, number)
);

-- Who looked at which rendition, when and why. It is only ever added to.
create table rendition_look (
    id           uuid        not null constraint rendition_look_pkey primary key,
    rendition_id uuid        not null,
    viewer_id    text        not null,
    viewer_name  text        not null,
    purpose      text        not null,
    at           timestamptz not null
);

create index rendition_look_rendition_idx on rendition_look (rendition_id, viewer_id, at);
create index rendition_look_viewer_idx on rendition_look (viewer_id, id);

create function refuse_change_of_rendition_look() returns trigger language plpgsql as $$
begin
    raise exception 'rendition_look is append-only';
end
$$;

create trigger rendition_look_append_only before update or delete or truncate on rendition_look
    for each statement execute function refuse_change_of_rendition_look();
