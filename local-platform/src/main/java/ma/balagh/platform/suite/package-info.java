/** The whole suite: what runs, and in which order it starts and stops. */
@NullMarked
package ma.balagh.platform.suite;

import org.jspecify.annotations.NullMarked;
