-- Who took which incidents along, when and why (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table incident_export (
    id            uuid        not null constraint incident_export_pkey primary key,
    person        text        not null,
    person_name   text        not null,
    purpose       text        not null,
    exported_at   timestamptz not null,
    format        text        not null constraint incident_export_format_check check (format in ('GEOJSON', 'CSV')),
    -- With what lies in them.
    jurisdictions text[]      not null,
    period_from   timestamptz not null,
    period_to     timestamptz not null,
    incidents     bigint      not null constraint incident_export_incidents_check check (incidents >= 0)
);

create index incident_export_person_idx on incident_export (person, id);

create function refuse_incident_export_change() returns trigger language plpgsql as $$
begin
    raise exception 'incident_export is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger incident_export_append_only before update or delete or truncate on incident_export
    for each statement execute function refuse_incident_export_change();
