/** Owns the pages of communiqués: for commanders, who write and approve them, and for the public, who reads them. */
@NullMarked
package ma.balagh.portal.communique;

import org.jspecify.annotations.NullMarked;
