-- Where LC_CTYPE is C the parser takes every sign outside ASCII for a letter: "l’arraché" and "الزرقطوني،" were one word
-- each. What separates words is taken out by its Unicode category instead, in all scripts alike; letters that are written
-- for an apostrophe, too. Dropped with the rest of what is not seen: soft hyphens and variation selectors.
set local lock_timeout = '2s';

create or replace function fold_text(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(translate(
    replace(replace(
        regexp_replace(
            lower(normalize(plain, nfkd) collate pg_c_utf8),
            U&'[\00ad\0300-\036f\0610-\061a\061c\0640\064b-\065f\0670\06d6-\06dc\06df-\06e8\06ea-\06ed\200b-\200f\202a-\202e\2060-\2069\fe00-\fe0f\feff]+',
            '', 'g'),
        'œ', 'oe'), 'æ', 'ae'),
    U&'\0671\06c1\06d5\0649\06cc\06d2\06a9\06ad\06af\0763\06a4\06a8\067e\0686\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06f0\06f1\06f2\06f3\06f4\06f5\06f6\06f7\06f8\06f9',
    U&'\0627\0647\0647\064a\064a\064a\0643\0643\0643\0643\0641\0642\0628\062c01234567890123456789'),
    -- At the end of a word they are written for each other; the stemmer knows ta marbuta.
    U&'\0647(?![[:alpha:]])' collate pg_c_utf8, U&'\0629', 'g');

create or replace function report_words(title text, body text, place text, url text) returns text
language sql immutable parallel safe
return regexp_replace(
    fold_text(
        coalesce(title, '') || ' ' || coalesce(body, '') || ' ' || coalesce(place, '') || ' '
        || regexp_replace(coalesce(url, ''), '^[a-z]+://(www\.)?|%[0-9A-Fa-f]{2}', ' ', 'g')),
    U&'[[:punct:][:space:]\02b9\02bb\02bc\02bd\02c8]+' collate pg_c_utf8, ' ', 'g');

-- Computes the column anew for the rows that there are: it writes the table anew, under a lock.
alter table report alter column search set expression as (
    without_final_hamza(to_tsvector('report'::regconfig, report_words(title, text, place, url))));

-- So are the words that misspelt ones are corrected to.
delete from report_word where word ~ '[[:punct:]]' collate pg_c_utf8;
insert into report_word (word)
select distinct used.word from report, words_to_know(report_words(title, text, place, null)) as used (word)
where not exists (select from report_word where report_word.word = used.word);

-- Pages print the last six digits of an id, and digests.
create index report_short_id_idx on report (right(cast(id as text), 6));
create index evidence_short_id_idx on evidence (right(cast(id as text), 6));
create index evidence_sha256_prefix_idx on evidence (sha256 text_pattern_ops);
