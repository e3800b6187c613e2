/** What courts decide after a referral. */
@NullMarked
package ma.balagh.dispatch.court;

import org.jspecify.annotations.NullMarked;
