/** Owns the list of terms, and scores by it how likely an item is about what the agency answers for. */
@NullMarked
package ma.balagh.intake.relevance;

import org.jspecify.annotations.NullMarked;
