/** Owns what sources tell us by themselves: each message signed, fresh, and taken in once. */
@NullMarked
package ma.balagh.intake.source.webhook;

import org.jspecify.annotations.NullMarked;
