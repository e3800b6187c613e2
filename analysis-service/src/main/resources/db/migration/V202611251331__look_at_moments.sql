-- Looks at a picture of any moment, by its time, and at all stills of an examination at once: neither number nor time.
alter table still_look
    alter column number drop not null,
    add column picture_at_s double precision,
    add constraint still_look_one_check check (num_nonnulls(number, picture_at_s) <= 1);
