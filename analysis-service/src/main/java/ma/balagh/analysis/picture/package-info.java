/** Statistics of a medium's pictures, from small grey frames: quality, cuts, static text, repeated parts. */
@NullMarked
package ma.balagh.analysis.picture;

import org.jspecify.annotations.NullMarked;
