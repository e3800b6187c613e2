/** Tests of the referral file. */
@NullMarked
package ma.balagh.dispatch.referral;

import org.jspecify.annotations.NullMarked;
