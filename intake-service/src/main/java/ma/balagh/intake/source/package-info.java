/** Owns sources: where intake takes reports from by itself, and how each of them is doing. */
@NullMarked
package ma.balagh.intake.source;

import org.jspecify.annotations.NullMarked;
