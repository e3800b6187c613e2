/** Reading media that are hostile until proven otherwise: FFmpeg as a limited process without network or environment. */
@NullMarked
package ma.balagh.analysis.media;

import org.jspecify.annotations.NullMarked;
