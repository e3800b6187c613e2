-- Where LC_CTYPE is C the parser takes every sign outside ASCII for a letter: "l’arraché" and "الزرقطوني،" were one word
-- each, and capitals with accents stayed capitals. What separates words is taken out by its Unicode category instead.
set local lock_timeout = '2s';

create function fold_case(plain text) returns text language sql immutable strict parallel safe
return lower(normalize(plain, nfkc) collate pg_c_utf8);

create function words_of(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(
    fold_case(plain), U&'[[:punct:][:space:]\02b9\02bb\02bc\02bd\02c8]+' collate pg_c_utf8, ' ', 'g');

-- Computes the column anew for the rows that there are: it writes the table anew, under a lock.
alter table report alter column search set expression as (
    to_tsvector('arabic', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')))
    || to_tsvector('french', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')))
    || to_tsvector('simple', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')
        || ' ' || coalesce(url, ''))));

-- Pages print the last six digits of an id, and digests.
create index dossier_short_id_idx on dossier (right(cast(dossier_id as text), 6));
create index dossier_report_short_id_idx on dossier_report (right(cast(report_id as text), 6));
create index incident_short_id_idx on incident (right(cast(incident_id as text), 6));
create index evidence_sha256_prefix_idx on evidence (sha256 text_pattern_ops);
