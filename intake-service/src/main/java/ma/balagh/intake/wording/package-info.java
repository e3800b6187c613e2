/** Makes spellings of one word equal, in Arabic and Latin letters, and knows where each stands; reads our own texts. */
@NullMarked
package ma.balagh.intake.wording;

import org.jspecify.annotations.NullMarked;
