/** Makes altered copies of clips, and records the truth about each. */
@NullMarked
package ma.balagh.accuracy.copies;

import org.jspecify.annotations.NullMarked;
