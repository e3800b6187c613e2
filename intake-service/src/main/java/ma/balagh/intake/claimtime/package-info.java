/** Reads when something is said to have happened, from words in three languages. What it gives are claims. */
@NullMarked
package ma.balagh.intake.claimtime;

import org.jspecify.annotations.NullMarked;
