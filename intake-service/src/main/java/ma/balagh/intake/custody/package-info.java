/** What happened to an evidence: entries chained by their hashes, appended and never changed. */
@NullMarked
package ma.balagh.intake.custody;

import org.jspecify.annotations.NullMarked;
