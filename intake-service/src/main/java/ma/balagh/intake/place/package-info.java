/** Finds the places of Morocco that a text names, in three scripts, with the reasons for each candidate. */
@NullMarked
package ma.balagh.intake.place;

import org.jspecify.annotations.NullMarked;
