-- The words that reports have, to find what is meant by a misspelt one. Without a key: two transactions that learn the
-- same word at once must not wait for each other, and a word that is there twice does no harm.
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
create index report_word_trigram_idx on report_word using gin (trigram_letters(word) gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Words worth correcting: of some length, with letters.
create function words_to_know(words text) returns setof text language sql immutable parallel safe
begin atomic
    select word from unnest(tsvector_to_array(to_tsvector('simple'::regconfig, words))) as word
    where length(word) between 4 and 30 and word ~ '[[:alpha:]]{2}' collate pg_c_utf8;
end;

create function learn_words() returns trigger language plpgsql as $$
begin
    insert into report_word (word)
    select used.word from words_to_know(report_words(new.title, new.text, new.place, null)) as used (word)
    where not exists (select from report_word where report_word.word = used.word);
    return null;
end
$$;

insert into report_word (word)
select distinct word from report, words_to_know(report_words(title, text, place, null)) as word;

create trigger report_learn_words after insert on report for each row execute function learn_words();
