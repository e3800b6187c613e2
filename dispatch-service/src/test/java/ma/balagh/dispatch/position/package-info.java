/** Tests of positions and tracks. */
@NullMarked
package ma.balagh.dispatch.position;

import org.jspecify.annotations.NullMarked;
