/** PDQ fingerprints: 256 bits for a picture and its eight rotations and reflections, and the distance between two. */
@NullMarked
package ma.balagh.analysis.fingerprint;

import org.jspecify.annotations.NullMarked;
