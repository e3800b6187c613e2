/** A hand-written stand-in for the three services and the identity provider, small enough to read in one go. */
@NullMarked
package ma.balagh.portal.suite;

import org.jspecify.annotations.NullMarked;
