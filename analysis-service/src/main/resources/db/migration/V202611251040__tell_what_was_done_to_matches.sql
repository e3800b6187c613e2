-- What a match means and what was done to the other's footage. Matches from before don't tell: their columns stay empty.
-- A rectangle is {left, top, right, bottom} as shares of the picture; none where whole pictures are alike.
alter table match
    add column match_kind     text,
    add column alterations    text[],
    add column speed          double precision,
    add column other_coverage double precision,
    add column in_this        double precision[],
    add column in_other       double precision[],
    add constraint match_kind_check check (match_kind in ('COPY', 'SHARED_SPAN')),
    add constraint match_told_check check (num_nonnulls(match_kind, alterations, speed, other_coverage) in (0, 4)),
    add constraint match_other_coverage_check check (other_coverage between 0 and 1),
    add constraint match_rectangles_check check (
        (in_this is null) = (in_other is null)
        and cardinality(in_this) = 4
        and cardinality(in_other) = 4);
