/**
 * Whether two media show the same moments: what moves in them is compared, second by second, in small pictures that are
 * laid upon each other.
 */
@NullMarked
package ma.balagh.analysis.motion;

import org.jspecify.annotations.NullMarked;
