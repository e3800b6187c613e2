/** How a file is laid out, who lays files out in that way, and whether its parts fit together; reads headers, not media. */
@NullMarked
package ma.balagh.analysis.structure;

import org.jspecify.annotations.NullMarked;
