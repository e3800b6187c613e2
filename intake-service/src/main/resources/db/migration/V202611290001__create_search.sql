create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- What is written differently and means the same becomes the same, in what is searched and in what is searched for:
-- case and accents; forms of alef, hamza, ya, waw, kaf and ta marbuta, Persian and Moroccan letters; diacritics, tatweel
-- and signs that are not seen, soft hyphens and variation selectors among them; presentation forms, ligatures and the
-- digits of the Arabic scripts.
-- Immutable by naming its collation, whatever the database's own is.
create function fold_text(plain text) returns text language sql immutable strict parallel safe
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

-- What a report is found by, as one text: the address without its scheme, without escapes, cut into words like any text.
-- Where LC_CTYPE is C the parser takes every sign outside ASCII for a letter: "l’arraché" and "الزرقطوني،" would be one word
-- each. What separates words is taken out by its Unicode category instead, in all scripts alike; letters that are written
-- for an apostrophe, too.
create function report_words(title text, body text, place text, url text) returns text
language sql immutable parallel safe
return regexp_replace(
    fold_text(
        coalesce(title, '') || ' ' || coalesce(body, '') || ' ' || coalesce(place, '') || ' '
        || regexp_replace(coalesce(url, ''), '^[a-z]+://(www\.)?|%[0-9A-Fa-f]{2}', ' ', 'g')),
    U&'[[:punct:][:space:]\02b9\02bb\02bc\02bd\02c8]+' collate pg_c_utf8, ' ', 'g');

-- Arabic words by their Arabic stem, Latin ones by their French stem, anything with digits (Darija: s7ab, sar9a) as it is.
-- Without stop words: a query for a phrase that has some finds it.
create text search dictionary arabic_stem_of_all (template = snowball, language = arabic);
create text search dictionary french_stem_of_all (template = snowball, language = french);
create text search configuration report (parser = default);
alter text search configuration report add mapping for asciiword with french_stem_of_all;
alter text search configuration report add mapping for word with arabic_stem_of_all;
alter text search configuration report add mapping for numword, int, uint, float, sfloat, version with simple;

-- A stem's final alef and hamza: the stemmer leaves them or takes them away by what stood before, and writers leave hamza out.
create function without_final_hamza(stems tsvector) returns tsvector language sql immutable strict parallel safe
return cast(regexp_replace(cast(stems as text), U&'([^'' ]{2})(?:\0627\0621?|\0621)''', '\1''', 'g') as tsvector);

create function without_final_hamza(query tsquery) returns tsquery language sql immutable strict parallel safe
return cast(regexp_replace(cast(query as text), U&'([^'' ]{2})(?:\0627\0621?|\0621)''', '\1''', 'g') as tsquery);

-- The words that reports have, to find what is meant by a misspelt one. They are learnt from many reports at once, a little
-- after these came. Without a key: two transactions that learn the same word at once must not wait for each other, and a
-- word that is there twice does no harm.
create table report_word (
    word text not null
);

-- A letter of ASCII for each Arabic one: pg_trgm sees no others in a database whose LC_CTYPE is C.
create function trigram_letters(word text) returns text language sql immutable strict parallel safe
return translate(
    word,
    U&'\0627\0628\062a\062b\062c\062d\062e\062f\0630\0631\0632\0633\0634\0635\0636\0637\0638\0639\063a\0641\0642\0643\0644\0645\0646\0647\0648\064a\0629\0621',
    'abt0j75d1rzsxc2683gf9klmnhwyh4');

create index report_word_idx on report_word (word);
create index report_word_trigram_idx on report_word using gin (trigram_letters(word) gin_trgm_ops)
    with (gin_pending_list_limit = 256);

-- Words worth correcting: of some length, with letters.
create function words_to_know(words text) returns setof text language sql immutable parallel safe
begin atomic
    select word from unnest(tsvector_to_array(to_tsvector('simple'::regconfig, words))) as word
    where length(word) between 4 and 30 and word ~ '[[:alpha:]]{2}' collate pg_c_utf8;
end;

-- One row: until when reports have been learnt from, by their time of receipt.
create table report_word_mark (
    learnt_until timestamptz not null
);

insert into report_word_mark (learnt_until) values (now());
