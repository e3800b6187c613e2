/** Clips, and the programs that read and make them. */
@NullMarked
package ma.balagh.accuracy.media;

import org.jspecify.annotations.NullMarked;
