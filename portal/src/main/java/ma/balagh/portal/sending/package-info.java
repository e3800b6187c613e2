/** Owns what is said of the units that an incident needs and has: run cards, roles, being called back, reopening. */
@NullMarked
package ma.balagh.portal.sending;

import org.jspecify.annotations.NullMarked;
