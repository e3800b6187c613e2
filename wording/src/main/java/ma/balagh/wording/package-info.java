/** Makes spellings of one word equal, in Arabic and Latin letters, and knows where each stands. */
@NullMarked
package ma.balagh.wording;

import org.jspecify.annotations.NullMarked;
