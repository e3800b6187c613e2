/** Owns where units are and have been: what they send each second, and the thinned track that is kept for a while. */
@NullMarked
package ma.balagh.dispatch.position;

import org.jspecify.annotations.NullMarked;
