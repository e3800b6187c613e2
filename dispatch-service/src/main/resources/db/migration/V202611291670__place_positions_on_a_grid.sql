-- Units around a place are found by cells of a fiftieth of a degree, some 2 km. An index on the coordinates themselves
-- would be written anew with each position; that of a cell only when a unit leaves it.
alter table unit_position
    add column grid_row integer not null generated always as (floor(latitude * 50)::integer) stored,
    add column grid_column integer not null generated always as (floor(longitude * 50)::integer) stored;
create index unit_position_grid_idx on unit_position (grid_row, grid_column);
