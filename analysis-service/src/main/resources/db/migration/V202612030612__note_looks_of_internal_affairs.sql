-- Whether somebody of internal affairs looked, which nobody else learns, also when what they looked at leaves the
-- compartment. It is who the connection says that it works for (R__caller_visibility.sql).
alter table consultation
    add column compartment boolean not null default coalesce(current_setting('balagh.misconduct', true) = 'true', false);
alter table examination_look
    add column compartment boolean not null default coalesce(current_setting('balagh.misconduct', true) = 'true', false);
alter table still_look
    add column compartment boolean not null default coalesce(current_setting('balagh.misconduct', true) = 'true', false);
alter table rendition_look
    add column compartment boolean not null default coalesce(current_setting('balagh.misconduct', true) = 'true', false);
