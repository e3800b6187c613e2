/** Where a unit has been: a page for those whom dispatch shows its track. */
@NullMarked
package ma.balagh.portal.track;

import org.jspecify.annotations.NullMarked;
