/** Renditions of a medium: what a browser can play, and what may leave the agency once its people are hidden. */
@NullMarked
package ma.balagh.portal.rendition;

import org.jspecify.annotations.NullMarked;
