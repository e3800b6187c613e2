/** Which parts of a picture are painted over before anything leaves the agency, frame by frame. */
@NullMarked
package ma.balagh.analysis.redaction;

import org.jspecify.annotations.NullMarked;
