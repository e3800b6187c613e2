/** The whole suite: what runs, in which order it starts and stops. */
@NullMarked
package ma.balagh.platform.suite;

import org.jspecify.annotations.NullMarked;
