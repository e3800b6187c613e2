/** What dispatch says became of a dossier: the incident, the units sent, the outcome, the referral. */
@NullMarked
package ma.balagh.analysis.incident;

import org.jspecify.annotations.NullMarked;
