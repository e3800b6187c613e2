/** The bank of known footage: what evidence shows, once somebody has recognised it. */
@NullMarked
package ma.balagh.portal.known;

import org.jspecify.annotations.NullMarked;
