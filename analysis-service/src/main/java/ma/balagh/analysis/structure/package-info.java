/** How a file is laid out: which software wrote it, and whether its parts fit together; reads headers, not media. */
@NullMarked
package ma.balagh.analysis.structure;

import org.jspecify.annotations.NullMarked;
