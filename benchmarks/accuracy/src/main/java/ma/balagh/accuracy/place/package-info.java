/** Clips of one place at other times. */
@NullMarked
package ma.balagh.accuracy.place;

import org.jspecify.annotations.NullMarked;
