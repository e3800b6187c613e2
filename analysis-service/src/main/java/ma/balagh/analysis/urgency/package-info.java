/** Owns the urgency of dossiers: computed from their reports, or set by a person. */
@NullMarked
package ma.balagh.analysis.urgency;

import org.jspecify.annotations.NullMarked;
