/** Fetching what others publish: from public addresses only, within bounds, with what stands in court about it. */
@NullMarked
package ma.balagh.intake.fetch;

import org.jspecify.annotations.NullMarked;
