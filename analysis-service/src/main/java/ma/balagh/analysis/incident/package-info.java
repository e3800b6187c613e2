/** A copy of what dispatch publishes about incidents: units sent, outcome, referral. */
@NullMarked
package ma.balagh.analysis.incident;

import org.jspecify.annotations.NullMarked;
