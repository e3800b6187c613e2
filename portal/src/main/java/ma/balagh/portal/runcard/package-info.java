/** Owns the pages of run cards: which units an incident of a type needs at an alarm level. */
@NullMarked
package ma.balagh.portal.runcard;

import org.jspecify.annotations.NullMarked;
