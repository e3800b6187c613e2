-- Messages to partners are leased by the task queue. The release before leases them by leased_until, which a later release
-- drops with the trigger: as long as both run, each sees what the other has.
alter table callback_delivery
    add column lease_owner uuid,
    add column lease_until timestamptz,
    add column lost_leases integer not null default 0,
    add column failures    integer not null default 0;

update callback_delivery set lease_owner = gen_random_uuid(), lease_until = leased_until where leased_until is not null;

alter table callback_delivery
    add constraint callback_delivery_lease_check check ((lease_owner is null) = (lease_until is null));

create function join_leases_of_callback_delivery() returns trigger language plpgsql as $$
begin
    if new.lease_until is distinct from old.lease_until then
        new.leased_until := new.lease_until;
    elsif new.leased_until is distinct from old.leased_until then
        new.lease_until := new.leased_until;
        new.lease_owner := case when new.leased_until is not null then gen_random_uuid() end;
    end if;
    return new;
end
$$;

create trigger callback_delivery_leases
    before update of lease_until, leased_until on callback_delivery
    for each row execute function join_leases_of_callback_delivery();
