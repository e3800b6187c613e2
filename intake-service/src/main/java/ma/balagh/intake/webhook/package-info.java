/** Owns how messages between systems are signed, theirs to us and ours to them, and the secrets for it. */
@NullMarked
package ma.balagh.intake.webhook;

import org.jspecify.annotations.NullMarked;
