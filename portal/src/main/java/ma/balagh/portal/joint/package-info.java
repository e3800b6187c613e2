/** Pages that propose units for all incidents that wait, and units that move up. */
@NullMarked
package ma.balagh.portal.joint;

import org.jspecify.annotations.NullMarked;
