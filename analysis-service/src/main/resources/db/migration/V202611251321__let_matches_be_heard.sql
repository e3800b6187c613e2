-- Media may have their sound in common and nothing of the picture.
alter table match drop constraint match_kind_check;
alter table match add constraint match_kind_check check (match_kind in ('COPY', 'SHARED_SPAN', 'SHARED_SOUND'));

-- The same two media may have a few seconds of picture in common and more of their sound.
alter table match drop constraint match_key;
alter table match
    add constraint match_key unique nulls not distinct (evidence_id, with_id, transformation, match_kind);
