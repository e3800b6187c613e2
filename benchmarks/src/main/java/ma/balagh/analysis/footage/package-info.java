/** Benchmarks of the footage index. */
@NullMarked
package ma.balagh.analysis.footage;

import org.jspecify.annotations.NullMarked;
