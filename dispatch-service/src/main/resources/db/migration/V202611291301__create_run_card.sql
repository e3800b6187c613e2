-- Which units an incident of a type needs at an alarm level, in a jurisdiction and what lies in it.
create table run_card (
    id           uuid        not null constraint run_card_pkey primary key,
    jurisdiction text        not null,
    type         text        not null constraint run_card_type_check
        check (type in ('STREET_ROBBERY', 'SNATCHING', 'ARMED_ROBBERY', 'ASSAULT', 'THEFT', 'OTHER')),
    alarm_level  integer     not null constraint run_card_alarm_level_check check (alarm_level between 1 and 3),
    changed_by   text        not null,
    changed_at   timestamptz not null,
    -- Grows with every change: the entity tag.
    version      bigint      not null,
    constraint run_card_key unique (jurisdiction, type, alarm_level)
);

create table run_card_requirement (
    run_card_id uuid    not null constraint run_card_requirement_card_fkey references run_card,
    position    integer not null,
    role        text    not null constraint run_card_requirement_role_check
        check (role in ('LEAD', 'SUPPORT', 'SEARCH', 'CORDON', 'MEDICAL')),
    kinds       text[]  not null,
    skills      text[]  not null,
    unit_count  integer not null constraint run_card_requirement_count_check check (unit_count between 1 and 20),
    constraint run_card_requirement_pkey primary key (run_card_id, position)
);

-- What the incident is about and how much it asks for.
alter table incident
    add column type text not null default 'STREET_ROBBERY'
        constraint incident_type_check
            check (type in ('STREET_ROBBERY', 'SNATCHING', 'ARMED_ROBBERY', 'ASSAULT', 'THEFT', 'OTHER')),
    add column alarm_level integer not null default 1
        constraint incident_alarm_level_check check (alarm_level between 1 and 3);
alter table incident alter column type drop default, alter column alarm_level drop default;

-- Which other incidents are near in place and time.
create index incident_place_idx on incident (latitude, longitude);
