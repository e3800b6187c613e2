/** The referral file: all that a prosecutor is handed of an incident, in one signed container. */
@NullMarked
package ma.balagh.dispatch.referral;

import org.jspecify.annotations.NullMarked;
