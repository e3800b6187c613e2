/** Local features of a picture, which survive cropping, framing, overlays and filming from a screen. */
@NullMarked
package ma.balagh.analysis.feature;

import org.jspecify.annotations.NullMarked;
