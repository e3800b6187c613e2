/** The laboratory's work on one evidence: findings, matches, stills, and both sides of a match beside each other. */
@NullMarked
package ma.balagh.portal.examination;

import org.jspecify.annotations.NullMarked;
