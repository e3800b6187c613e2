/** Measurements of what reading an item costs. */
@NullMarked
package ma.balagh.intake.relevance;

import org.jspecify.annotations.NullMarked;
