/** Builds what the suite runs: Maven, stale modules, start-up caches, downloads. */
@NullMarked
package ma.balagh.platform.build;

import org.jspecify.annotations.NullMarked;
