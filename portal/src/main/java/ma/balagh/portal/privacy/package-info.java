/** Owns the page that tells the public what is done with data, and whom to ask. */
@NullMarked
package ma.balagh.portal.privacy;

import org.jspecify.annotations.NullMarked;
