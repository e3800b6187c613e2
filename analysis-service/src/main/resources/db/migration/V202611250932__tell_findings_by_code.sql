-- A finding is told in the reader's language, by its code and facts. Those from before keep the sentences that they have.
alter table finding
    add column code text,
    add column facts jsonb,
    alter column summary drop not null,
    alter column detail drop not null,
    alter column weakness drop not null,
    add constraint finding_words_check check (
        num_nonnulls(code, facts) = 2 and num_nonnulls(summary, detail, weakness) = 0
        or num_nonnulls(code, facts) = 0 and num_nonnulls(summary, detail, weakness) = 3);
