-- For which dossier a crew brought an evidence, of which unit it is, and the territories of its account. An assignment of
-- which is told later is looked up by these.
set local lock_timeout = '2s';
alter table evidence
    add column crew_dossier_id uuid,
    add column crew_call_sign text,
    add column crew_jurisdictions text[],
    add constraint evidence_crew_check check (
        (crew_dossier_id is null) = (crew_call_sign is null)
        and (crew_dossier_id is null) = (crew_jurisdictions is null));
create index evidence_crew_idx on evidence (crew_dossier_id, crew_call_sign) where crew_dossier_id is not null;
