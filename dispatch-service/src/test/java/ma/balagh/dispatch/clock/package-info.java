/** Tests of clocks. */
@NullMarked
package ma.balagh.dispatch.clock;

import org.jspecify.annotations.NullMarked;
