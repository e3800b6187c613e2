/** What a picture looks like in 256 bits: PDQ, its mirrored and rotated variants, and the distance between two. */
@NullMarked
package ma.balagh.analysis.fingerprint;

import org.jspecify.annotations.NullMarked;
