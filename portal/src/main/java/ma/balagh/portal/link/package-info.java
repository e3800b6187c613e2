/** Media that reports name and that are not here yet: why, since when, having them tried again, bringing them by hand. */
@NullMarked
package ma.balagh.portal.link;

import org.jspecify.annotations.NullMarked;
