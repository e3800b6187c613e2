/** All footage seen so far as fingerprints in memory, and which seconds of one medium show the same as which of another. */
@NullMarked
package ma.balagh.analysis.footage;

import org.jspecify.annotations.NullMarked;
