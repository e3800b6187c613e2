-- Under a policy an index serves only conditions that cannot leak what they are asked of: "=" does, "@@" and what an
-- expression computes do not. So words have a table without a policy, which tells ids of reports; whoever asks sees these
-- reports, or does not, by joining them. The ends of ids, which pages print, are columns.
create table report_search (
    report_id uuid     not null,
    words     tsvector not null,
    constraint report_search_pkey primary key (report_id),
    constraint report_search_report_fkey foreign key (report_id) references report on delete cascade
);

insert into report_search (report_id, words) select report_id, search from report;
create index report_search_words_idx on report_search using gin (words);

create function index_words_of_report() returns trigger language plpgsql as $$
declare
    told text := words_of(
        coalesce(new.title, '') || ' ' || coalesce(new.text, '') || ' ' || coalesce(new.claimed_place, ''));
begin
    insert into report_search (report_id, words)
    values (new.report_id,
        to_tsvector('arabic', told) || to_tsvector('french', told)
            || to_tsvector('simple', told || ' ' || words_of(coalesce(new.url, ''))))
    on conflict (report_id) do update set words = excluded.words;
    return null;
end
$$;

create trigger report_words_indexed after insert or update of title, text, claimed_place, url on report
    for each row execute function index_words_of_report();

alter table report drop column search;

drop index dossier_short_id_idx;
drop index dossier_report_short_id_idx;
drop index incident_short_id_idx;
alter table dossier add column short_id text generated always as (right(cast(dossier_id as text), 6)) stored;
alter table dossier_report add column short_id text generated always as (right(cast(report_id as text), 6)) stored;
alter table incident add column short_id text generated always as (right(cast(incident_id as text), 6)) stored;
create index dossier_short_id_idx on dossier (short_id);
create index dossier_report_short_id_idx on dossier_report (short_id);
create index incident_short_id_idx on incident (short_id);
