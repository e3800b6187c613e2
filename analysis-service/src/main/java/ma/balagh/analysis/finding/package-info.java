/** Findings as codes and facts, and their texts in three languages. */
@NullMarked
package ma.balagh.analysis.finding;

import org.jspecify.annotations.NullMarked;
