-- Who took the commander's desk with them as a file, and as which; nothing here is ever changed.
create table desk_export (
    id          uuid        not null constraint desk_export_pkey primary key,
    exported_by text        not null,
    exported_at timestamptz not null,
    format      text        not null constraint desk_export_format_check check (format in ('CSV', 'PDF'))
);

create function refuse_desk_export_change() returns trigger language plpgsql as $$
begin
    raise exception 'desk_export is append-only';
end
$$;

create trigger desk_export_append_only before update or delete on desk_export
    for each row execute function refuse_desk_export_change();
