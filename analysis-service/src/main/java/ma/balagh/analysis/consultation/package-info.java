/** Owns the reading of dossiers: what the caller may see of each, and the record of every access. */
@NullMarked
package ma.balagh.analysis.consultation;

import org.jspecify.annotations.NullMarked;
