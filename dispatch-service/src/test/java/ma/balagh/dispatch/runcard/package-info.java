/** Tests of units. */
@NullMarked
package ma.balagh.dispatch.runcard;

import org.jspecify.annotations.NullMarked;
