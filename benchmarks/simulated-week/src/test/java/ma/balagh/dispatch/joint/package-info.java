/** Tests of the simulated week. */
@NullMarked
package ma.balagh.dispatch.joint;

import org.jspecify.annotations.NullMarked;
