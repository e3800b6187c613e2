-- What answers say since somebody edited it; version 0 comes with the system. Nothing is taken back: what a receipt showed
-- at any time can be told.
create table answer_text (
    key       text        not null constraint answer_text_key_check check (key ~ '^[A-Z_]+(\.[A-Z_]+)*$'),
    version   integer     not null constraint answer_text_version_check check (version > 0),
    ar        text        not null constraint answer_text_ar_check check (length(ar) between 1 and 1000),
    fr        text        not null constraint answer_text_fr_check check (length(fr) between 1 and 1000),
    en        text        not null constraint answer_text_en_check check (length(en) between 1 and 1000),
    edited_at timestamptz not null,
    edited_by text        not null,
    subject   text        not null,
    constraint answer_text_pkey primary key (key, version)
);

create trigger answer_text_append_only before update or delete or truncate on answer_text
    for each statement execute function refuse_change();

-- From a case to the later dossiers whose receipts tell of it.
create index dossier_known_case_idx on dossier (known_case) where known_case is not null;
create index dossier_merged_into_idx on dossier (merged_into) where merged_into is not null;
