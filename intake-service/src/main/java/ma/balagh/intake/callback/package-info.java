/** Callbacks: partners are told what changes on their receipts, signed, in order, at least once, and for as long as it takes. */
@NullMarked
package ma.balagh.intake.callback;

import org.jspecify.annotations.NullMarked;
