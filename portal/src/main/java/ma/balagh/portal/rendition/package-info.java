/** Pages of renditions: ordering one, watching its progress, looking at it. */
@NullMarked
package ma.balagh.portal.rendition;

import org.jspecify.annotations.NullMarked;
