-- Local features of some frames; what was examined before they were kept has none.
alter table footage add column keyframes bytea;
alter table footage alter column keyframes set storage external;
