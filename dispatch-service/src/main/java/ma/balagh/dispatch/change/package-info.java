/** What changed in operations, told to desks that follow: a stream of events without a gap. */
@NullMarked
package ma.balagh.dispatch.change;

import org.jspecify.annotations.NullMarked;
