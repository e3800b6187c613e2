create or replace view audit_entry with (security_invoker = true) as
select id, at, person as person_id, name as person_name, 'DOSSIER_CONSULTED' as kind, 'DOSSIER' as record_type,
       subject as record_id, purpose
from act;
