/** Reads the texts that intake shows: a file for each language. */
@NullMarked
package ma.balagh.intake.wording;

import org.jspecify.annotations.NullMarked;
