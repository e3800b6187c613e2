/** A made-up city, and how well its black spots are foretold. */
@NullMarked
package ma.balagh.dispatch.blackspot;

import org.jspecify.annotations.NullMarked;
