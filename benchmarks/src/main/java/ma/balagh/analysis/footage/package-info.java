/** What the index of footage costs. */
@NullMarked
package ma.balagh.analysis.footage;

import org.jspecify.annotations.NullMarked;
