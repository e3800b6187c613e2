/** Decides which parts of each frame are painted over before a medium leaves the agency. */
@NullMarked
package ma.balagh.analysis.redaction;

import org.jspecify.annotations.NullMarked;
