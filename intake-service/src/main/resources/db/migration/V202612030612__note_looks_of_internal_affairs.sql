-- Whether somebody of internal affairs looked, which nobody else learns. It is who the connection says that it works for
-- (R__caller_visibility.sql). Of earlier looks that is not known.
alter table reporter_consultation add column compartment boolean not null default true;
alter table reporter_consultation
    alter column compartment set default coalesce(current_setting('balagh.misconduct', true) = 'true', false);
