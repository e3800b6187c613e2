/** Proposes units for several incidents at once, and which idle unit should cover a gap. People decide. */
@NullMarked
package ma.balagh.dispatch.joint;

import org.jspecify.annotations.NullMarked;
