/** Patrol plans: visits to black spots and to places secured in advance, at times that nobody foresees. */
@NullMarked
package ma.balagh.dispatch.patrol;

import org.jspecify.annotations.NullMarked;
