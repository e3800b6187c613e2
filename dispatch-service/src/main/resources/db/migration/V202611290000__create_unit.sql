-- A patrol that can be sent, where it was last seen and what it is doing.
create table unit (
    id           uuid             not null constraint unit_pkey primary key,
    call_sign    text             not null,
    kind         text             not null,
    crew         integer          not null constraint unit_crew_check check (crew between 1 and 50),
    jurisdiction text             not null,
    status       text             not null constraint unit_status_check
        check (status in ('AVAILABLE', 'ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'OFF_DUTY')),
    latitude     double precision constraint unit_latitude_check check (latitude between -90 and 90),
    longitude    double precision constraint unit_longitude_check check (longitude between -180 and 180),
    position_at  timestamptz,
    -- Grows with every change: the entity tag.
    version      bigint           not null,
    created_at   timestamptz      not null,
    updated_at   timestamptz      not null,
    -- Unique everywhere, a refusal would tell that somebody else's unit has the call sign.
    constraint unit_call_sign_key unique (jurisdiction, call_sign),
    constraint unit_position_check check (num_nulls(latitude, longitude, position_at) in (0, 3))
);

-- Lists of a jurisdiction, and recommendations, which look from the incident's code up and down.
create index unit_jurisdiction_idx on unit (jurisdiction text_pattern_ops, id);
create index unit_status_idx on unit (status, id);
