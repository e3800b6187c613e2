alter table incident_export drop constraint incident_export_format_check;
alter table incident_export
    add constraint incident_export_format_check check (format in ('GEOJSON', 'CSV', 'EDXL'));
