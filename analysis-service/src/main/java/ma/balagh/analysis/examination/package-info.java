/** The laboratory's automatic work on each evidence: its queue, its workers, what they found, and who looked at it. */
@NullMarked
package ma.balagh.analysis.examination;

import org.jspecify.annotations.NullMarked;
