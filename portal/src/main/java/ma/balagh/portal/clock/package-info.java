/** Pages that show how long each stage of a published video takes. */
@NullMarked
package ma.balagh.portal.clock;

import org.jspecify.annotations.NullMarked;
