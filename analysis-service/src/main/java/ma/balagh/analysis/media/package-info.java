/** Reads untrusted media with FFmpeg, in a process with limits and without network or environment. */
@NullMarked
package ma.balagh.analysis.media;

import org.jspecify.annotations.NullMarked;
