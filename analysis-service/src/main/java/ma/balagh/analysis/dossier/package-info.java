/** Owns dossiers: one for each alleged event, with its reports, its evidence and its state. */
@NullMarked
package ma.balagh.analysis.dossier;

import org.jspecify.annotations.NullMarked;
