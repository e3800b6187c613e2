/** The intake desk's first page: what needs an officer now. */
@NullMarked
package ma.balagh.portal.intake;

import org.jspecify.annotations.NullMarked;
