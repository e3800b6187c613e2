/** Showing evidence: the picture of any moment, contact sheets, and renditions for browsers and for outside the agency. */
@NullMarked
package ma.balagh.analysis.rendition;

import org.jspecify.annotations.NullMarked;
