set local lock_timeout = '2s';
create extension if not exists btree_gist;

-- The time for which an approved plan has a unit: all that it may work in it, since a repair may send it anywhere then.
create table patrol_duty (
    plan_id uuid        not null constraint patrol_duty_plan_fkey references patrol_plan,
    unit_id uuid        not null constraint patrol_duty_unit_fkey references unit,
    from_at timestamptz not null,
    to_at   timestamptz not null,
    constraint patrol_duty_pkey primary key (plan_id, unit_id),
    constraint patrol_duty_period_check check (to_at > from_at),
    constraint patrol_duty_once exclude using gist (unit_id with =, tstzrange(from_at, to_at) with &&)
);

-- Whoever approves a plan takes its units; whoever withdraws it gives them back.
create function keep_patrol_duty() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    if new.state = 'APPROVED' then
        insert into patrol_duty (plan_id, unit_id, from_at, to_at)
        select plan_id, unit_id, from_at, to_at from patrol_unit where plan_id = new.id;
    else
        delete from patrol_duty where plan_id = new.id;
    end if;
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;
create trigger patrol_duty_kept after update on patrol_plan for each row
    when (old.state <> new.state and 'APPROVED' in (old.state, new.state))
    execute function keep_patrol_duty();

-- Of plans that were approved before; of two that have one unit at once, the first.
do $$
begin
    perform set_config('balagh.actor', 'service', true);
    insert into patrol_duty (plan_id, unit_id, from_at, to_at)
    select plan.id, unit.unit_id, unit.from_at, unit.to_at
    from patrol_plan plan join patrol_unit unit on unit.plan_id = plan.id
    where plan.state = 'APPROVED' and plan.to_at > now()
    order by plan.approved_at
    on conflict do nothing;
end
$$;
