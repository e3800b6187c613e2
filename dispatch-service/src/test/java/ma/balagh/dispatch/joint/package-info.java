/** Tests of joint assignment, coverage and move-up. */
@NullMarked
package ma.balagh.dispatch.joint;

import org.jspecify.annotations.NullMarked;
