/** Owns receipts: the answer to each report, which follows from what the other services publish about its dossiers. */
@NullMarked
package ma.balagh.intake.receipt;

import org.jspecify.annotations.NullMarked;
