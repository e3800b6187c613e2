/** Pages of an examination: findings, matches, stills, and both sides of a match beside each other. */
@NullMarked
package ma.balagh.portal.examination;

import org.jspecify.annotations.NullMarked;
