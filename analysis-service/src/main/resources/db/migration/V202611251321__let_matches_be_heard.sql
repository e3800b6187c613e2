-- Media may have their sound in common and nothing of the picture.
alter table match drop constraint match_kind_check;
alter table match add constraint match_kind_check check (match_kind in ('COPY', 'SHARED_SPAN', 'SHARED_SOUND'));
