/** One moment of a suite in a folder, and a suite from it. */
@NullMarked
package ma.balagh.platform.backup;

import org.jspecify.annotations.NullMarked;
