/** Owns sources: where intake gets reports automatically, and how each source is doing. */
@NullMarked
package ma.balagh.intake.source;

import org.jspecify.annotations.NullMarked;
