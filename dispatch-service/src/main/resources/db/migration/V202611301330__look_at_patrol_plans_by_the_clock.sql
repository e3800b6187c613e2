-- A plan that waits for its next look by the clock is looked at at once when a unit of it changes. What waits because
-- something is away keeps its pause.
create or replace function order_patrol_run(plan uuid) returns void language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    insert into patrol_run as run (id, plan_id, changed_at, not_before)
    values (uuidv7(), plan, clock_timestamp(), clock_timestamp())
    on conflict (plan_id) do update
        set changed_at = excluded.changed_at,
            state = case when run.state = 'RUNNING' then run.state else 'QUEUED' end,
            not_before = case
                when run.state = 'DONE' then excluded.not_before
                when run.state = 'QUEUED' and run.failures = 0 then least(run.not_before, excluded.not_before)
                else run.not_before end;
    perform set_config('balagh.actor', actor, true);
end
$$;

-- Plans that were approved before are looked at once: from there the clock goes on.
do $$
begin
    perform set_config('balagh.actor', 'service', true);
    perform order_patrol_run(id) from patrol_plan where state = 'APPROVED' and to_at > now();
end
$$;
