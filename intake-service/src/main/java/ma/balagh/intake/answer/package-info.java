/** Owns the texts of answers in Arabic, French and English, with their versions and proposals. */
@NullMarked
package ma.balagh.intake.answer;

import org.jspecify.annotations.NullMarked;
