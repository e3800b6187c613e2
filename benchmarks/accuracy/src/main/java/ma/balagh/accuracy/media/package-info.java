/** Runs the programs that read and make clips. */
@NullMarked
package ma.balagh.accuracy.media;

import org.jspecify.annotations.NullMarked;
