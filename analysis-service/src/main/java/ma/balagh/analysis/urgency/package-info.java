/** How soon a dossier should be looked at, and why: as the suite reckons from its reports, or as a person says. */
@NullMarked
package ma.balagh.analysis.urgency;

import org.jspecify.annotations.NullMarked;
