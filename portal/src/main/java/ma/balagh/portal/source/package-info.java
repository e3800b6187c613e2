/** Pages of sources: the description of each and how it is doing. */
@NullMarked
package ma.balagh.portal.source;

import org.jspecify.annotations.NullMarked;
