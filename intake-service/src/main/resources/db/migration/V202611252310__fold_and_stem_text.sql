create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- What is written differently and means the same becomes the same, in what is searched and in what is searched for:
-- case and accents; forms of alef, hamza, ya, waw, kaf and ta marbuta, Persian and Moroccan letters; diacritics, tatweel
-- and signs that are not seen; presentation forms, ligatures and the digits of the Arabic scripts.
-- Immutable by naming its collation, whatever the database's own is.
create function fold_text(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(translate(
    replace(replace(
        regexp_replace(
            lower(normalize(plain, nfkd) collate pg_c_utf8),
            U&'[\0300-\036f\0610-\061a\0640\064b-\065f\0670\06d6-\06dc\06df-\06e8\06ea-\06ed\200b-\200f\202a-\202e\2060-\2069\feff]+',
            '', 'g'),
        'œ', 'oe'), 'æ', 'ae'),
    U&'\0671\06c1\06d5\0649\06cc\06d2\06a9\06ad\06af\0763\06a4\06a8\067e\0686\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06f0\06f1\06f2\06f3\06f4\06f5\06f6\06f7\06f8\06f9',
    U&'\0627\0647\0647\064a\064a\064a\0643\0643\0643\0643\0641\0642\0628\062c01234567890123456789'),
    -- At the end of a word they are written for each other; the stemmer knows ta marbuta.
    U&'\0647(?![[:alpha:]])' collate pg_c_utf8, U&'\0629', 'g');

-- What a report is found by, as one text: the address without its scheme, without escapes, cut into words like any text.
create function report_words(title text, body text, place text, url text) returns text
language sql immutable parallel safe
return translate(
    fold_text(
        coalesce(title, '') || ' ' || coalesce(body, '') || ' ' || coalesce(place, '') || ' '
        || regexp_replace(coalesce(url, ''), '^[a-z]+://(www\.)?|%[0-9A-Fa-f]{2}', ' ', 'g')),
    '-_./:@#&?=+~<>%',
    '               ');

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
