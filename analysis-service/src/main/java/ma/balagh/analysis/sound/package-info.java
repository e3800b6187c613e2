/** The sound of a medium: whether the track fits the picture, and the fingerprint that finds the same sound again. */
@NullMarked
package ma.balagh.analysis.sound;

import org.jspecify.annotations.NullMarked;
