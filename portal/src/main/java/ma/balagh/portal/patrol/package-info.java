/** Patrol plans: making them, reading them as a map and by unit, approving them, and what was delivered. */
@NullMarked
package ma.balagh.portal.patrol;

import org.jspecify.annotations.NullMarked;
