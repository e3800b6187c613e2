/** Owns what partners are told of incidents, and where they say that they want to be. */
@NullMarked
package ma.balagh.dispatch.partner;

import org.jspecify.annotations.NullMarked;
