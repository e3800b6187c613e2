-- Who looked at which examination, and when. It is only ever added to.
create table examination_look (
    id             uuid constraint examination_look_pkey primary key,
    examination_id uuid not null,
    viewer_id      text not null,
    viewer_name    text not null,
    at             timestamptz not null
);
create index examination_look_examination_idx on examination_look (examination_id, id);
create index examination_look_viewer_idx on examination_look (viewer_id, id);

create function refuse_change_of_examination_look() returns trigger language plpgsql as $$
begin
    raise exception 'examination_look is append-only';
end
$$;

create trigger examination_look_append_only
    before update or delete or truncate on examination_look
    for each statement execute function refuse_change_of_examination_look();
