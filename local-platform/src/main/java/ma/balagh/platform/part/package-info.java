/** The parts of a suite, their directories and ports, and the failures that a person can fix. */
@NullMarked
package ma.balagh.platform.part;

import org.jspecify.annotations.NullMarked;
