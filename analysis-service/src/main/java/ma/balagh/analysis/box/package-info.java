/** Reads the boxes of which ISO base media files consist (ISO/IEC 14496-12): MP4, QuickTime, HEIC. */
@NullMarked
package ma.balagh.analysis.box;

import org.jspecify.annotations.NullMarked;
