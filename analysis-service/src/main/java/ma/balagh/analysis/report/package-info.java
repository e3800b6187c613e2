/** What intake says about reports, kept for reading beside the dossiers they stand in. */
@NullMarked
package ma.balagh.analysis.report;

import org.jspecify.annotations.NullMarked;
