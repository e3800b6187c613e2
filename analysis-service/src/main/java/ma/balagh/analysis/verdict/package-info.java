/** Owns verdicts: proposed by one person, decided by another, and published to the other services. */
@NullMarked
package ma.balagh.analysis.verdict;

import org.jspecify.annotations.NullMarked;
