/** Reads our own texts, in one file for each language. */
@NullMarked
package ma.balagh.intake.wording;

import org.jspecify.annotations.NullMarked;
