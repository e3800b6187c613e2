/** Parses the times that a text claims, in three languages. */
@NullMarked
package ma.balagh.intake.claimtime;

import org.jspecify.annotations.NullMarked;
