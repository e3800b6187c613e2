/** Owns what partners are told of their receipts, and where they say that they want to be. */
@NullMarked
package ma.balagh.intake.callback;

import org.jspecify.annotations.NullMarked;
