-- How many workers died or failed while they fetched the link, since an attempt at it last came to an end.
alter table media_link add column lost_leases integer not null default 0;

-- When the next one is due, of all hosts.
create index media_link_next_attempt_idx on media_link (next_attempt_at) where state = 'TO_OBTAIN' and follows is null;
