-- Whether all dossiers of a report lie in the compartment, so that of the staff only internal affairs see it. Triggers keep
-- it, as the service: whoever changes a dossier may not see all of them. Whoever lets a report come to lie in the
-- compartment has locked its placement.
alter table placement add column hidden boolean not null default false;

create function keep_hidden(reports uuid[]) returns void language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    update placement set hidden = not hidden
    where report_id = any(reports)
      and hidden <> coalesce((
        select bool_and(dossier.compartment = 'INTERNAL_AFFAIRS')
        from dossier_report join dossier using (dossier_id)
        where dossier_report.report_id = placement.report_id), false);
    perform set_config('balagh.actor', actor, true);
end
$$;

select keep_hidden(array(select report_id from placement));

create function keep_hidden_of_moved_report() returns trigger language plpgsql as $$
begin
    perform keep_hidden(array[coalesce(new.report_id, old.report_id)]);
    return null;
end
$$;

create trigger dossier_report_keeps_hidden after insert or delete on dossier_report
    for each row execute function keep_hidden_of_moved_report();

create function keep_hidden_of_reports() returns trigger language plpgsql as $$
begin
    perform keep_hidden(array(select report_id from dossier_report where dossier_id = new.dossier_id));
    return null;
end
$$;

create trigger dossier_keeps_hidden after update of compartment on dossier
    for each row when (old.compartment <> new.compartment) execute function keep_hidden_of_reports();

-- A dossier that was joined to another one lies where that does. The policy of dossiers asks this, and cannot ask dossiers.
create function joined_to_misconduct(joined uuid) returns boolean language plpgsql stable as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
    answer boolean;
begin
    perform set_config('balagh.actor', 'service', true);
    answer := exists (
        select from dossier_join led
        join dossier target on target.dossier_id = led.into_id
        where led.dossier_id = joined and target.compartment = 'INTERNAL_AFFAIRS');
    perform set_config('balagh.actor', actor, true);
    return answer;
end
$$;
