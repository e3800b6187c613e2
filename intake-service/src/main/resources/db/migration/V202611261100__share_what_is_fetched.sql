-- Links that name the same address: one is fetched, the others wait for it and share what it brings.
alter table media_link
    -- SHA-256 of the address as it compares with others; of earlier links, of the address as it is told.
    add column address_key bytea,
    -- The link that is fetched for this one, too; kept when that is over.
    add column follows     uuid    constraint media_link_follows_fkey references media_link (id),
    -- Whether others may wait for it.
    add column leads       boolean not null default false,
    -- The attempt that ended it, be it at this link or at the one that it follows.
    add column fetch_id    uuid    constraint media_link_fetch_fkey references media_fetch (id);

update media_link set address_key = sha256(convert_to(url, 'UTF8'));

update media_link set fetch_id = media_fetch.id
from media_fetch
where media_fetch.link_id = media_link.id and media_fetch.evidence_id = media_link.evidence_id;

alter table media_link
    alter column address_key set not null,
    add constraint media_link_address_key_check check (octet_length(address_key) = 32),
    add constraint media_link_follows_check check (follows <> id);

-- What is to be fetched, host by host; what waits for another link is no part of the queue.
drop index media_link_due_idx;
create index media_link_due_idx on media_link (host, next_attempt_at, id) where state = 'TO_OBTAIN' and follows is null;
create index media_link_address_idx on media_link (address_key) where follows is null;
create index media_link_followers_idx on media_link (follows, report_id) where state = 'TO_OBTAIN' and follows is not null;
create index media_link_ended_leader_idx on media_link (id) where leads and state <> 'TO_OBTAIN';

-- What a page showed: what the links of every report that names it follow from.
alter table media_fetch add column page jsonb;

-- It is erased with the addresses.
create or replace function only_erase_addresses() returns trigger language plpgsql as $$
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
