-- When a unit is meant to work and when it does, where it waits, and that it may be busy with something else.
alter table unit
    add column shift_begins_at timestamptz,
    add column shift_ends_at   timestamptz,
    -- The duty that lasts or was the last one; unknown of units that were on duty before this was recorded.
    add column duty_began_at   timestamptz,
    add column duty_ended_at   timestamptz,
    add column busy_reason     text
        constraint unit_busy_reason_check check (busy_reason in ('BREAK', 'REFUELLING', 'REPAIR', 'ESCORT', 'COURT', 'OTHER')),
    add column home_name       text,
    add column home_latitude   double precision
        constraint unit_home_latitude_check check (home_latitude between -90 and 90),
    add column home_longitude  double precision
        constraint unit_home_longitude_check check (home_longitude between -180 and 180),
    add constraint unit_shift_check check (num_nulls(shift_begins_at, shift_ends_at) in (0, 2) and shift_begins_at < shift_ends_at),
    add constraint unit_duty_check check (duty_ended_at is null or duty_began_at <= duty_ended_at),
    add constraint unit_home_check check (num_nulls(home_name, home_latitude, home_longitude) in (0, 3)),
    drop constraint unit_status_check,
    add constraint unit_status_check
        check (status in ('AVAILABLE', 'ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'BUSY', 'OFF_DUTY')),
    add constraint unit_busy_check check ((status = 'BUSY') = (busy_reason is not null));
