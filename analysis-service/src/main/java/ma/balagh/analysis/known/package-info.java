/** Owns known footage: what recognised evidence shows, and the search for it in a medium. */
@NullMarked
package ma.balagh.analysis.known;

import org.jspecify.annotations.NullMarked;
