/** What a medium's pictures look like, by statistics of small grey frames: quality, cuts, standing and recurring parts. */
@NullMarked
package ma.balagh.analysis.picture;

import org.jspecify.annotations.NullMarked;
