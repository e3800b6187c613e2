-- Beside the fingerprints of whole frames: those of pictures within them, and local features of some. The fingerprints
-- from before were of pictures squeezed to a square, which the new ones are not comparable with: what was examined is
-- examined once more.
delete from footage;
alter table footage drop column frames;
alter table footage add column whole bytea not null;
alter table footage add column insets bytea not null;
alter table footage add column keyframes bytea not null;
alter table footage alter column whole set storage external;
alter table footage alter column keyframes set storage external;

delete from match_span;
delete from match;
delete from still where examination_id in (select id from examination where state = 'COMPLETED');
delete from finding where examination_id in (select id from examination where state = 'COMPLETED');
update examination
set state = 'QUEUED', examined_at = null, started_at = null, attempts = 0, failures = 0, lost_leases = 0
where state = 'COMPLETED';
