/** Why intake could not get something from the network, in the viewer's words. */
@NullMarked
package ma.balagh.portal.obstacle;

import org.jspecify.annotations.NullMarked;
