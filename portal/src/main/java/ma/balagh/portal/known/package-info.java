/** Pages of known footage, and the search for it in a file. */
@NullMarked
package ma.balagh.portal.known;

import org.jspecify.annotations.NullMarked;
