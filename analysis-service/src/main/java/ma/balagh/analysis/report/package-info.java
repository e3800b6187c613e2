/** A copy of what intake publishes about reports, for reading beside their dossiers. */
@NullMarked
package ma.balagh.analysis.report;

import org.jspecify.annotations.NullMarked;
