/** The sound of a medium: whether its track fits the picture's, and the fingerprint by which the same sound is found again. */
@NullMarked
package ma.balagh.analysis.sound;

import org.jspecify.annotations.NullMarked;
