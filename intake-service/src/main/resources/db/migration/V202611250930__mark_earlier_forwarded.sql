-- What was forwarded before the column told so is hidden, too: until then the answer alone said it.
update dossier set forwarded = true where answer_kind = 'FORWARDED';
update report set forwarded = true
where exists (
    select from dossier_report
    join dossier on dossier.id = dossier_report.dossier_id
    where dossier_report.report_id = report.id and dossier.forwarded);
