/** Altered copies of clips, and the truth about them. */
@NullMarked
package ma.balagh.accuracy.copies;

import org.jspecify.annotations.NullMarked;
