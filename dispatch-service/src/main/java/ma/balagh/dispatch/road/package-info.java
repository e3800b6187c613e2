/** Owns how long units need to a place: by road or along the straight line. */
@NullMarked
package ma.balagh.dispatch.road;

import org.jspecify.annotations.NullMarked;
