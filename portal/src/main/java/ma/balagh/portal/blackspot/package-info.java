/** Black spots: the map by hour, and what each one rests on. */
@NullMarked
package ma.balagh.portal.blackspot;

import org.jspecify.annotations.NullMarked;
