/** Pages of media links: why a medium is missing, trying again, bringing the file by hand. */
@NullMarked
package ma.balagh.portal.link;

import org.jspecify.annotations.NullMarked;
