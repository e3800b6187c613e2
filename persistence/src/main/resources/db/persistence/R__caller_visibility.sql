-- For whom the present work is done, as the service says on each connection that its pool hands out. Where nothing was
-- said, there is no actor and nothing to see. Policies ask in a sub-select, which PostgreSQL runs once for a statement.
create or replace function acts_as_service() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('balagh.actor', true) = 'service', false);

-- Patterns for "like any".
create or replace function visible_jurisdictions() returns text[]
    language sql stable parallel safe
    return string_to_array(coalesce(current_setting('balagh.jurisdictions', true), ''), ',');

create or replace function sees_misconduct() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('balagh.misconduct', true) = 'true', false);

-- Dossiers outside the compartment.
create or replace function sees_common() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('balagh.common', true) = 'true', false);

-- Of these at least those that stand concluded as presumed offences.
create or replace function sees_offences() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('balagh.offences', true) = 'true', false);

-- The crew of a unit.
create or replace function is_field_unit() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('balagh.field_unit', true) = 'true', false);

-- The partner that sees only what it filed; null for everybody else.
create or replace function visible_filer() returns text
    language sql stable parallel safe
    return nullif(current_setting('balagh.filed_by', true), '');

-- The account's lasting id; null where the service works by itself.
create or replace function acting_person() returns text
    language sql stable parallel safe
    return nullif(current_setting('balagh.person', true), '');

create or replace function acting_person_name() returns text
    language sql stable parallel safe
    return nullif(current_setting('balagh.person_name', true), '');
