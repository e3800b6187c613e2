-- With what a map was computed; null for maps of a release that did not say so.
alter table black_spot_map add column method jsonb;
