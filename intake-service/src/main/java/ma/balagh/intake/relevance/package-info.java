/** How likely a published item is about what the agency answers for, and why: a score of terms that officers keep. */
@NullMarked
package ma.balagh.intake.relevance;

import org.jspecify.annotations.NullMarked;
