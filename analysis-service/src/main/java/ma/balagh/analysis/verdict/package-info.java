/** Verdicts: proposed by one person, confirmed or refused by another, and told to whoever acts on them. */
@NullMarked
package ma.balagh.analysis.verdict;

import org.jspecify.annotations.NullMarked;
