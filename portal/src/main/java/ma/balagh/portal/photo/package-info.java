/** Pictures that a crew brings from its incident: they go to intake as evidence, and the crew is shown none. */
@NullMarked
package ma.balagh.portal.photo;

import org.jspecify.annotations.NullMarked;
