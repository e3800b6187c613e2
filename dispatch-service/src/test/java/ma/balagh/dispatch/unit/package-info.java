/** Tests of units. */
@NullMarked
package ma.balagh.dispatch.unit;

import org.jspecify.annotations.NullMarked;
