/** What staff see of dossiers, and the trace that each look leaves. */
@NullMarked
package ma.balagh.analysis.consultation;

import org.jspecify.annotations.NullMarked;
