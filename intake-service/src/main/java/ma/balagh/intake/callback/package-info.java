/** Owns callbacks: signed messages that tell partners what changed on their receipts, in order and at least once. */
@NullMarked
package ma.balagh.intake.callback;

import org.jspecify.annotations.NullMarked;
