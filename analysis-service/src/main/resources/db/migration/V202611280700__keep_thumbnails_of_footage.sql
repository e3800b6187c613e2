-- Small pictures of each medium, which tell whether two media show the same moments or only the same place. They are
-- read only for media that match. Media that were examined before this have none.
alter table footage add column thumbnails bytea;
alter table footage alter column thumbnails set storage external;

-- Why two media show the same moments or do not; null for matches from before this, and for those by sound alone.
alter table match drop constraint match_kind_check;
alter table match add constraint match_kind_check
    check (match_kind in ('COPY', 'SHARED_SPAN', 'SAME_SCENE', 'SHARED_SOUND'));
alter table match add column moments text;
alter table match add constraint match_moments_check check (
    moments in ('MOTION_AGREES', 'MOTION_DIFFERS', 'NOTHING_MOVES', 'UNDECIDED', 'NOT_KEPT'));
