/** The problems of the analysis service; each feature has a package of its own. */
@NullMarked
package ma.balagh.analysis;

import org.jspecify.annotations.NullMarked;
