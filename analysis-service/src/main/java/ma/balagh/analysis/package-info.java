/** The analysis service: its problems; each feature has a package of its own. */
@NullMarked
package ma.balagh.analysis;

import org.jspecify.annotations.NullMarked;
