/** What an incident leaves to the court: details of its outcome, rights at arrest, decisions, the referral file. */
@NullMarked
package ma.balagh.portal.referral;

import org.jspecify.annotations.NullMarked;
