create index incident_stage_completed_idx on incident_stage (ended_at) where completed;

-- Who took figures of stages with them, and which; nothing here is ever changed.
create table stage_export (
    id           uuid        not null constraint stage_export_pkey primary key,
    exported_by  text        not null,
    exported_at  timestamptz not null,
    stage        text        not null,
    period_from  timestamptz not null,
    period_to    timestamptz not null,
    jurisdiction text,
    incident_type text,
    samples      integer     not null constraint stage_export_samples_check check (samples >= 0)
);

create function refuse_stage_export_change() returns trigger language plpgsql as $$
begin
    raise exception 'stage_export is append-only';
end
$$;

create trigger stage_export_append_only before update or delete on stage_export
    for each row execute function refuse_stage_export_change();
