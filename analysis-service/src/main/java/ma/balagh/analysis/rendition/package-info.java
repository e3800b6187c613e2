/** Owns renditions: playable and redacted versions of evidence; also single frames and contact sheets. */
@NullMarked
package ma.balagh.analysis.rendition;

import org.jspecify.annotations.NullMarked;
