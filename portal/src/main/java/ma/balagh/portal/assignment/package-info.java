/** The one thing a field unit has to do now, for a phone in one hand. */
@NullMarked
package ma.balagh.portal.assignment;

import org.jspecify.annotations.NullMarked;
