/** Finds the places of Morocco that a text names, in three scripts, and says how sure that is and why. */
@NullMarked
package ma.balagh.intake.place;

import org.jspecify.annotations.NullMarked;
