-- What a unit can do and what it carries: words that run cards name.
alter table unit
    add column skills    text[] not null default '{}',
    add column equipment text[] not null default '{}';
