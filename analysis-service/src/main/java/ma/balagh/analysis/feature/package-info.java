/** Local features of a picture: what stays recognisable when it is cropped, framed, overlaid or filmed off a screen. */
@NullMarked
package ma.balagh.analysis.feature;

import org.jspecify.annotations.NullMarked;
