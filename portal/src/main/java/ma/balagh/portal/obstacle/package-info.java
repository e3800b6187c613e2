/** The words for why intake could not fetch something. */
@NullMarked
package ma.balagh.portal.obstacle;

import org.jspecify.annotations.NullMarked;
