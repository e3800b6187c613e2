-- Media that reports name by address, and pages on which media are looked for, as work that goes on until it has ended.
alter table media_link
    add column id                 uuid,
    add column kind               text        not null default 'MEDIUM' constraint media_link_kind_check
        check (kind in ('MEDIUM', 'PAGE')),
    -- The page that it was found on.
    add column found_on           uuid,
    -- The name that the address is asked at: requests to one are counted. Redirects may lead elsewhere.
    add column host               text        not null generated always as
        (coalesce(lower(substring(url from '^[A-Za-z]+://([^/?#:@]*)')), '')) stored,
    -- Why it is as it is; of what is still to be obtained, why the last attempt did not do it.
    add column reason             text        constraint media_link_reason_check check (reason ~ '^[A-Z][A-Z_]*$'),
    add column detail             text,
    add column since              timestamptz,
    add column attempts           integer     not null default 0,
    -- Attempts in a row that brought nothing: what the next pause follows from.
    add column failures           integer     not null default 0,
    add column next_attempt_at    timestamptz default now(),
    add column attempted_at       timestamptz,
    add column lease_owner        uuid,
    add column lease_until        timestamptz,
    -- What the partial file has, and by what the server tells whether it still has the same.
    add column progress_bytes     bigint      constraint media_link_progress_bytes_check check (progress_bytes > 0),
    add column progress_validator text,
    add column progress_since     timestamptz,
    add column evidence_id        uuid        constraint media_link_evidence_fkey references evidence;

-- UUIDv7 (RFC 9562) of the time when the report came in, as the application would have made them.
update media_link
set since = report.received_at,
    id = encode(set_bit(set_bit(overlay(
             uuid_send(gen_random_uuid())
             placing substring(int8send((extract(epoch from report.received_at) * 1000)::bigint) from 3)
             from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
from report where report.id = media_link.report_id;

alter table media_link
    alter column id set not null,
    alter column since set not null,
    alter column next_attempt_at drop default,
    add constraint media_link_id_key unique (id),
    add constraint media_link_found_on_fkey foreign key (found_on) references media_link (id),
    drop constraint media_link_state_check,
    -- READ: a page, whose media are links of their own. NOT_NEEDED: a page of a report that has its media otherwise.
    add constraint media_link_state_check
        check (state in ('TO_OBTAIN', 'OBTAINED', 'UNOBTAINABLE', 'READ', 'NOT_NEEDED')),
    add constraint media_link_page_check check (kind = 'PAGE' or state not in ('READ', 'NOT_NEEDED')),
    add constraint media_link_obtained_check check ((state = 'OBTAINED') = (evidence_id is not null)),
    -- What has not ended has a time when it goes on: nothing is forgotten.
    add constraint media_link_next_attempt_check check ((state = 'TO_OBTAIN') = (next_attempt_at is not null)),
    add constraint media_link_unobtainable_check check (state <> 'UNOBTAINABLE' or reason is not null),
    add constraint media_link_lease_check
        check ((lease_owner is null) = (lease_until is null) and (lease_owner is null or state = 'TO_OBTAIN')),
    add constraint media_link_progress_check
        check ((progress_bytes is null) = (progress_validator is null)
            and (progress_bytes is null) = (progress_since is null));

create index media_link_due_idx on media_link (next_attempt_at) where state = 'TO_OBTAIN';
create index media_link_leased_idx on media_link (host) where lease_until is not null;
create index media_link_attempted_idx on media_link (attempted_at, host);
create index media_link_state_idx on media_link (state, id);
create index media_link_evidence_idx on media_link (evidence_id) where evidence_id is not null;

-- What stands in court about where bytes came from: one row for each attempt that brought bytes or was told there are none.
create table media_fetch (
    id             uuid        not null constraint media_fetch_pkey primary key,
    link_id        uuid        not null constraint media_fetch_link_fkey references media_link (id),
    -- What its bytes, with those of the attempts that it went on from, became.
    evidence_id    uuid        constraint media_fetch_evidence_fkey references evidence,
    -- BEGUN: bytes came, and not all of them in this attempt.
    outcome        text        not null constraint media_fetch_outcome_check
        check (outcome in ('BEGUN', 'FETCHED', 'REFUSED', 'UNOBTAINABLE')),
    reason         text,
    detail         text,
    address        text        not null,
    final_address  text        not null,
    redirects      jsonb       not null,
    status         integer,
    http_version   text,
    headers        jsonb       not null,
    connected_to   text,
    tls_protocol   text,
    tls_subject    text,
    tls_sha256     text        constraint media_fetch_tls_sha256_check check (tls_sha256 ~ '^[0-9a-f]{64}$'),
    -- Where the bytes of this attempt stand in the medium, how many they are, and their digest.
    begins_at      bigint,
    bytes          bigint,
    sha256         text        constraint media_fetch_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    started_at     timestamptz not null,
    ended_at       timestamptz
);

create index media_fetch_link_idx on media_fetch (link_id, id);
create index media_fetch_evidence_idx on media_fetch (evidence_id) where evidence_id is not null;

create trigger media_fetch_append_only before update or delete or truncate on media_fetch
    for each statement execute function refuse_change();

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
