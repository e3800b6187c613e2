/** The story of a published video, played over REST on a running suite: what {@code ./balagh demo} shows. */
@NullMarked
package ma.balagh.platform.demo;

import org.jspecify.annotations.NullMarked;
