/** Pages of items: what sources published, how each was scored, and the way back for those set aside. */
@NullMarked
package ma.balagh.portal.item;

import org.jspecify.annotations.NullMarked;
