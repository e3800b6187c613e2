/** Makes clips that show one place at different times. */
@NullMarked
package ma.balagh.accuracy.place;

import org.jspecify.annotations.NullMarked;
