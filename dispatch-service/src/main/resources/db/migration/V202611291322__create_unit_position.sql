-- Where units are, in a table of its own: a position a second changes neither the unit's row nor its version, and waits for
-- nobody who holds the unit. The columns of "unit" are dropped one release later.
alter table unit add constraint unit_jurisdiction_key unique (id, jurisdiction);

create table unit_position (
    unit_id           uuid             not null constraint unit_position_pkey primary key,
    -- The unit's, which policies compare without a look at the unit.
    jurisdiction      text             not null,
    latitude          double precision not null constraint unit_position_latitude_check check (latitude between -90 and 90),
    longitude         double precision not null constraint unit_position_longitude_check check (longitude between -180 and 180),
    position_at       timestamptz      not null,
    -- Degrees clockwise from north; metres per second; metres.
    heading           double precision constraint unit_position_heading_check check (heading >= 0 and heading < 360),
    speed             double precision constraint unit_position_speed_check check (speed >= 0),
    accuracy          double precision constraint unit_position_accuracy_check check (accuracy >= 0),
    -- The last one that became a point of the track.
    tracked_latitude  double precision not null,
    tracked_longitude double precision not null,
    tracked_at        timestamptz      not null,
    constraint unit_position_unit_fkey foreign key (unit_id, jurisdiction) references unit (id, jurisdiction) on update cascade
) with (fillfactor = 50);

insert into unit_position (unit_id, jurisdiction, latitude, longitude, position_at,
                           tracked_latitude, tracked_longitude, tracked_at)
select id, jurisdiction, latitude, longitude, position_at, latitude, longitude, position_at
from unit where position_at is not null;

-- Where units have been: a point now and then, kept for a while.
create table unit_track (
    unit_id   uuid             not null constraint unit_track_unit_fkey references unit,
    at        timestamptz      not null,
    latitude  double precision not null,
    longitude double precision not null,
    heading   double precision,
    speed     double precision,
    constraint unit_track_pkey primary key (unit_id, at)
);
create index unit_track_at_idx on unit_track (at);

-- Who looked at which track, and when (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table unit_track_consultation (
    id           uuid        not null constraint unit_track_consultation_pkey primary key,
    unit_id      uuid        not null constraint unit_track_consultation_unit_fkey references unit,
    period_from  timestamptz not null,
    period_to    timestamptz not null,
    person       text        not null,
    person_name  text        not null,
    consulted_at timestamptz not null
);
create index unit_track_consultation_unit_idx on unit_track_consultation (unit_id, id);
create index unit_track_consultation_person_idx on unit_track_consultation (person, id);

create function refuse_change_of_unit_track_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'unit_track_consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger unit_track_consultation_is_append_only before update or delete or truncate on unit_track_consultation
    for each statement execute function refuse_change_of_unit_track_consultation();
