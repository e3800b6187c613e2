/** Dossiers: one for each alleged event, which reports and evidence stand in it, and how far it has come. */
@NullMarked
package ma.balagh.analysis.dossier;

import org.jspecify.annotations.NullMarked;
