-- Wakes the workers of every replica at the commit of what they can do at once.
create function notify_examination() returns trigger language plpgsql as $$
begin
    perform pg_notify('examination', '');
    return null;
end
$$;

create trigger examination_queued
    after insert on examination
    for each statement execute function notify_examination();

create trigger examination_given_back
    after update of state on examination
    for each row when (new.state = 'QUEUED' and new.not_before <= now())
    execute function notify_examination();
