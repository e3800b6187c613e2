/** What sources published: what each seems to be about and why, what was set aside, and bringing it back. */
@NullMarked
package ma.balagh.portal.item;

import org.jspecify.annotations.NullMarked;
