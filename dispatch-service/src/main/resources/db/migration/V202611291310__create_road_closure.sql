-- Roads that nobody can use for a while. Rows stay when a closure is lifted: who closed what, when and why.
create table road_closure (
    id           uuid        not null constraint road_closure_pkey primary key,
    jurisdiction text        not null,
    reason       text        not null,
    -- GeoJSON (RFC 7946): a LineString closes the roads that it crosses, a Polygon those that lead into it.
    geometry     text        not null constraint road_closure_geometry_check check (geometry is json object),
    closed_until timestamptz,
    closed_by    text        not null,
    closed_at    timestamptz not null,
    lifted_by    text,
    lifted_at    timestamptz,
    -- Grows with every change: the entity tag.
    version      bigint      not null,
    constraint road_closure_until_check check (closed_until > closed_at),
    constraint road_closure_lifted_check check (num_nulls(lifted_by, lifted_at) in (0, 2))
);

create index road_closure_in_force_idx on road_closure (id) where lifted_at is null;

-- Every replica reads again what is closed.
create function notify_road_closure() returns trigger language plpgsql as $$
begin
    perform pg_notify('road_closure', '');
    return null;
end
$$;
create trigger road_closure_changed after insert or update on road_closure
    for each statement execute function notify_road_closure();
