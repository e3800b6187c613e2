/** Benchmark of scoring an item. */
@NullMarked
package ma.balagh.intake.relevance;

import org.jspecify.annotations.NullMarked;
