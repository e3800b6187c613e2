/** Tests of travel times. */
@NullMarked
package ma.balagh.dispatch.road;

import org.jspecify.annotations.NullMarked;
