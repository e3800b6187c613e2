package ma.balagh.dispatch.change;

import java.util.List;

/**
 * What ended since a position.
 *
 * @param position where a follower stands who has been told all of it
 * @param isComplete false where a part is erased already, or where the position is of another history of the database:
 *     then a follower reads everything anew
 * @param hasMore whether more had ended when this was read
 */
record ChangePage(List<DeskChange> changes, StreamPosition position, boolean isComplete, boolean hasMore) {}
