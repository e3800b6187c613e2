/** Owns examinations: their queue and workers, findings and matches, and the record of who read them. */
@NullMarked
package ma.balagh.analysis.examination;

import org.jspecify.annotations.NullMarked;
