-- Words are learnt from many reports at once, a little after they came: the trigger made each wait for it.
drop trigger report_learn_words on report;
drop function learn_words();

-- One row: until when reports have been learnt from, by their time of receipt.
create table report_word_mark (
    learnt_until timestamptz not null
);

insert into report_word_mark (learnt_until) values (now());
