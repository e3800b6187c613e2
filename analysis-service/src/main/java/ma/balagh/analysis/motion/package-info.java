/** Decides whether two media show the same moments, by comparing motion in small, aligned pictures. */
@NullMarked
package ma.balagh.analysis.motion;

import org.jspecify.annotations.NullMarked;
