/** Plays the story of a published video over REST on a running suite: {@code ./balagh demo}. */
@NullMarked
package ma.balagh.platform.demo;

import org.jspecify.annotations.NullMarked;
