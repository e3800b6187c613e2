/** The first page of intake officers: what needs one of them now. */
@NullMarked
package ma.balagh.portal.intake;

import org.jspecify.annotations.NullMarked;
