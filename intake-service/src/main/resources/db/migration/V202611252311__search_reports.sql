drop index report_search_idx;
alter table report drop column search;
alter table report add column search tsvector not null generated always as (
    without_final_hamza(to_tsvector('report'::regconfig, report_words(title, text, place, url)))) stored;
-- Rows are filtered by it while a page is gathered: kept in the row, rather than the text, which only the page's own need.
alter table report alter column search set storage main;
-- So that the planner tells words of 1 % from those of 0.1 %: the one is met on the way, the other is looked up.
alter table report alter column search set statistics 300;

-- A short pending list: every search reads it from end to end.
create index report_search_idx on report using gin (search) with (gin_pending_list_limit = 512);
create index report_url_idx on report using gin (url gin_trgm_ops) with (gin_pending_list_limit = 512);

-- Pages come newest first, by the time of receipt.
drop index report_received_at_idx;
create index report_received_at_idx on report (received_at, id);
drop index report_filed_by_idx;
create index report_filed_by_idx on report (filed_by, received_at, id);
drop index report_channel_idx;
create index report_channel_idx on report (channel, received_at, id);
drop index report_source_idx;
create index report_source_idx on report (source_id, received_at, id) where source_id is not null;
-- Prefixes of codes do not come in order of time: the code alone makes the smallest index.
drop index report_jurisdiction_idx;
create index report_jurisdiction_idx on report (jurisdiction text_pattern_ops);
