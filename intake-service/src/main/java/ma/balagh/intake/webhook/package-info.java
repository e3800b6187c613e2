/** Owns the signatures of messages between systems, in both directions, and their secrets. */
@NullMarked
package ma.balagh.intake.webhook;

import org.jspecify.annotations.NullMarked;
