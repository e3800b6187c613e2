-- Media that reports name by address, and pages on which media are looked for, as work that goes on until it has ended:
-- each is kept until it was obtained or seen to be unobtainable.
create table media_link (
    id                 uuid        not null constraint media_link_id_key unique,
    report_id          uuid        not null constraint media_link_report_fkey references report,
    position           integer     not null,
    url                text        not null,
    -- The name that the address is asked at: requests to one are counted. Redirects may lead elsewhere.
    host               text        not null generated always as
        (coalesce(lower(substring(url from '^[A-Za-z]+://([^/?#:@]*)')), '')) stored,
    -- SHA-256 of the address as it compares with others.
    address_key        bytea       not null constraint media_link_address_key_check check (octet_length(address_key) = 32),
    kind               text        not null default 'MEDIUM' constraint media_link_kind_check
        check (kind in ('MEDIUM', 'PAGE')),
    -- The page that it was found on.
    found_on           uuid        constraint media_link_found_on_fkey references media_link (id),
    -- Links that name the same address: one is fetched, the others wait for it and share what it brings. This is the one
    -- that is fetched for this one, too; kept when that is over.
    follows            uuid        constraint media_link_follows_fkey references media_link (id)
        constraint media_link_follows_check check (follows <> id),
    -- Whether others may wait for it.
    leads              boolean     not null default false,
    -- READ: a page, whose media are links of their own. NOT_NEEDED: a page of a report that has its media otherwise.
    -- ERASED: of an erased report. Its address is gone, what was done with it is not.
    state              text        not null default 'TO_OBTAIN' constraint media_link_state_check
        check (state in ('TO_OBTAIN', 'OBTAINED', 'UNOBTAINABLE', 'READ', 'NOT_NEEDED', 'ERASED')),
    -- Why it is as it is; of what is still to be obtained, why the last attempt did not do it.
    reason             text        constraint media_link_reason_check check (reason ~ '^[A-Z][A-Z_]*$'),
    detail             text,
    since              timestamptz not null,
    attempts           integer     not null default 0,
    -- Attempts in a row that brought nothing: what the next pause follows from.
    failures           integer     not null default 0,
    next_attempt_at    timestamptz,
    attempted_at       timestamptz,
    lease_owner        uuid,
    lease_until        timestamptz,
    -- What the partial file has, and by what the server tells whether it still has the same.
    progress_bytes     bigint      constraint media_link_progress_bytes_check check (progress_bytes > 0),
    progress_validator text,
    progress_since     timestamptz,
    evidence_id        uuid        constraint media_link_evidence_fkey references evidence,
    -- The attempt that ended it, be it at this link or at the one that it follows.
    fetch_id           uuid,
    constraint media_link_pkey primary key (report_id, position),
    constraint media_link_page_check check (kind = 'PAGE' or state not in ('READ', 'NOT_NEEDED')),
    constraint media_link_obtained_check check ((state = 'OBTAINED') = (evidence_id is not null)),
    -- What has not ended has a time when it goes on: nothing is forgotten.
    constraint media_link_next_attempt_check check ((state = 'TO_OBTAIN') = (next_attempt_at is not null)),
    constraint media_link_unobtainable_check check (state <> 'UNOBTAINABLE' or reason is not null),
    constraint media_link_erased_check check (state <> 'ERASED' or (url = '' and reason is null and detail is null)),
    constraint media_link_lease_check
        check ((lease_owner is null) = (lease_until is null) and (lease_owner is null or state = 'TO_OBTAIN')),
    constraint media_link_progress_check
        check ((progress_bytes is null) = (progress_validator is null)
            and (progress_bytes is null) = (progress_since is null))
);

-- What is to be fetched, host by host; what waits for another link is no part of the queue.
create index media_link_due_idx on media_link (host, next_attempt_at, id) where state = 'TO_OBTAIN' and follows is null;
create index media_link_leased_idx on media_link (host) where lease_until is not null;
create index media_link_attempted_idx on media_link (attempted_at, host);
create index media_link_address_idx on media_link (address_key) where follows is null;
create index media_link_followers_idx on media_link (follows, report_id) where state = 'TO_OBTAIN' and follows is not null;
create index media_link_ended_leader_idx on media_link (id) where leads and state <> 'TO_OBTAIN';
create index media_link_state_idx on media_link (state, id);
create index media_link_evidence_idx on media_link (evidence_id) where evidence_id is not null;

-- What stands in court about where bytes came from: one row for each attempt that brought bytes or was told there are none.
create table media_fetch (
    id            uuid        not null constraint media_fetch_pkey primary key,
    link_id       uuid        not null constraint media_fetch_link_fkey references media_link (id),
    -- What its bytes, with those of the attempts that it went on from, became.
    evidence_id   uuid        constraint media_fetch_evidence_fkey references evidence,
    -- BEGUN: bytes came, and not all of them in this attempt.
    outcome       text        not null constraint media_fetch_outcome_check
        check (outcome in ('BEGUN', 'FETCHED', 'REFUSED', 'UNOBTAINABLE')),
    reason        text,
    detail        text,
    address       text        not null,
    final_address text        not null,
    redirects     jsonb       not null,
    status        integer,
    http_version  text,
    headers       jsonb       not null,
    connected_to  text,
    tls_protocol  text,
    tls_subject   text,
    tls_sha256    text        constraint media_fetch_tls_sha256_check check (tls_sha256 ~ '^[0-9a-f]{64}$'),
    -- What a page showed: what the links of every report that names it follow from.
    page          jsonb,
    -- Where the bytes of this attempt stand in the medium, how many they are, and their digest.
    begins_at     bigint,
    bytes         bigint,
    sha256        text        constraint media_fetch_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    started_at    timestamptz not null,
    ended_at      timestamptz
);

alter table media_link add constraint media_link_fetch_fkey foreign key (fetch_id) references media_fetch;

create index media_fetch_link_idx on media_fetch (link_id, id);
create index media_fetch_evidence_idx on media_fetch (evidence_id) where evidence_id is not null;

-- It is never changed, only emptied of addresses, with what shows them, as a whole.
create function only_erase_addresses() returns trigger language plpgsql as $$
declare
    erasable constant text[] := array['address', 'final_address', 'redirects', 'headers', 'detail', 'connected_to',
        'tls_subject', 'tls_sha256', 'page'];
begin
    if new.address <> '' or new.final_address <> '' or new.redirects <> '[]' or new.headers <> '[]'
        or num_nonnulls(new.detail, new.connected_to, new.tls_subject, new.tls_sha256, new.page) > 0
        or to_jsonb(new) - erasable <> to_jsonb(old) - erasable
    then
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger media_fetch_append_only before delete or truncate on media_fetch
    for each statement execute function refuse_change();
create trigger media_fetch_only_erased before update on media_fetch
    for each row execute function only_erase_addresses();

-- Who had a medium tried again, and why.
create table media_link_retry (
    id      uuid        not null constraint media_link_retry_pkey primary key,
    link_id uuid        not null constraint media_link_retry_link_fkey references media_link (id),
    at      timestamptz not null,
    actor   text        not null,
    subject text        not null,
    reason  text        not null
);

create index media_link_retry_link_idx on media_link_retry (link_id, id);

create trigger media_link_retry_append_only before update or delete or truncate on media_link_retry
    for each statement execute function refuse_change();
