/** Joining dossiers of one event, attaching reports to it, separating what belongs to another: by people, with their reasons. */
@NullMarked
package ma.balagh.analysis.joining;

import org.jspecify.annotations.NullMarked;
