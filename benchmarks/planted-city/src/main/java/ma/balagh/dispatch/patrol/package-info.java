/** A made-up city in the evening, and how good its patrol plans are. */
@NullMarked
package ma.balagh.dispatch.patrol;

import org.jspecify.annotations.NullMarked;
