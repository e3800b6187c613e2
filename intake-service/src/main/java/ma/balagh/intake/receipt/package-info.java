/** Answers: what became of each report, told on its receipt in three languages; and the watch over those without one. */
@NullMarked
package ma.balagh.intake.receipt;

import org.jspecify.annotations.NullMarked;
