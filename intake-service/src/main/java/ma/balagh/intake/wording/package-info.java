/** Makes spellings of one word equal, in Arabic and Latin letters, and knows where in the text each word stands. */
@NullMarked
package ma.balagh.intake.wording;

import org.jspecify.annotations.NullMarked;
