-- Beside the fingerprints of whole frames: those of pictures within them, and local features of some. The fingerprints
-- of before were taken of pictures squeezed to a square and are told from the new ones by being of no use any more:
-- the examinations they came from are queued once more.
delete from footage;
alter table footage drop column frames;
alter table footage add column whole bytea not null;
alter table footage add column insets bytea not null;
alter table footage add column keyframes bytea not null;
alter table footage alter column whole set storage external;
alter table footage alter column keyframes set storage external;
