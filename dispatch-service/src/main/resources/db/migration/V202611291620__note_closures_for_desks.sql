-- Desks are told of closed roads as of all else that changes (ADR 055). The constraint takes the place of one that is
-- narrower; of the same table, rows of the last hour at most are checked.
alter table desk_change
    add column closure_id uuid,
    drop constraint desk_change_subject_check,
    add constraint desk_change_subject_check check (num_nonnulls(incident_id, unit_id, closure_id) > 0);

create function note_closure_change() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    insert into desk_change (closure_id, jurisdiction) values (new.id, new.jurisdiction);
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;
create trigger closure_change_noted after insert or update on road_closure
    for each row execute function note_closure_change();
