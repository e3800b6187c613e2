/** Owns what travel times are based on, and the roads that are closed. */
@NullMarked
package ma.balagh.portal.road;

import org.jspecify.annotations.NullMarked;
