/** What the laboratory says about a medium: findings without words, and the words in three languages. */
@NullMarked
package ma.balagh.analysis.finding;

import org.jspecify.annotations.NullMarked;
