-- How many workers died or failed while they polled the source, since it last came to an end.
alter table source add column lost_leases integer not null default 0;

-- Wakes the workers of every replica at the commit of what is to be polled at once.
create function notify_source() returns trigger language plpgsql as $$
begin
    perform pg_notify('source', '');
    return null;
end
$$;

create trigger source_due
    after insert or update of next_attempt_at, lease_owner on source
    for each row when (new.next_attempt_at <= now() and new.lease_owner is null)
    execute function notify_source();
