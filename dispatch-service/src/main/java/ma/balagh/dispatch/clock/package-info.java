/** Owns the clocks: how long each stage takes, from publication to the prosecutor. */
@NullMarked
package ma.balagh.dispatch.clock;

import org.jspecify.annotations.NullMarked;
