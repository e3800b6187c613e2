/** Pages of incidents: units, assignments, outcome, referral. */
@NullMarked
package ma.balagh.portal.incident;

import org.jspecify.annotations.NullMarked;
