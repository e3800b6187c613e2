/** The page of a field unit: its one assignment, for a phone in one hand. */
@NullMarked
package ma.balagh.portal.assignment;

import org.jspecify.annotations.NullMarked;
