/**
 * Joins dossiers about one event, attaches reports to a dossier, separates evidence from it; each by a person with a
 * reason.
 */
@NullMarked
package ma.balagh.analysis.joining;

import org.jspecify.annotations.NullMarked;
