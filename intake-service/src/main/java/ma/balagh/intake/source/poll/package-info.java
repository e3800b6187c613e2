/** Owns the asking: which source is polled when, by whom, and what came of it. */
@NullMarked
package ma.balagh.intake.source.poll;

import org.jspecify.annotations.NullMarked;
