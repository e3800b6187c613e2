/** Normalises spellings in Arabic and Latin letters, with positions in the original text; loads localised texts. */
@NullMarked
package ma.balagh.intake.wording;

import org.jspecify.annotations.NullMarked;
