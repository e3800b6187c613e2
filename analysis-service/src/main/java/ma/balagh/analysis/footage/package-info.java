/** Owns the index of all footage, and finds which seconds of a medium show the same as which of another. */
@NullMarked
package ma.balagh.analysis.footage;

import org.jspecify.annotations.NullMarked;
