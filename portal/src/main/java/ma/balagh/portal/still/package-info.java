/** Owns the still of an incident: the marked moment with faces hidden, and how far it is. */
@NullMarked
package ma.balagh.portal.still;

import org.jspecify.annotations.NullMarked;
