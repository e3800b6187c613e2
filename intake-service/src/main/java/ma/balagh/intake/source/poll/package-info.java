/** Owns polling: when each source is polled, by which replica, and with what result. */
@NullMarked
package ma.balagh.intake.source.poll;

import org.jspecify.annotations.NullMarked;
