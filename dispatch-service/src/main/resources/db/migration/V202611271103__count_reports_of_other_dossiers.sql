-- A report is hidden when all of its dossiers have an inquiry: what somebody adds to it takes it out of no figure.
create or replace view clock_hidden_report as
select dossier.report_id
from clock_dossier_report dossier
where exists (select from inquiry where inquiry.dossier_id = dossier.dossier_id)
and not exists (
    select from clock_dossier_report other
    where other.report_id = dossier.report_id
    and not exists (select from inquiry where inquiry.dossier_id = other.dossier_id));
