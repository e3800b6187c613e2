/** Tests of courts' decisions. */
@NullMarked
package ma.balagh.dispatch.court;

import org.jspecify.annotations.NullMarked;
