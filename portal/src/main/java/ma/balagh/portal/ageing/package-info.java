/** Pages of the reports without an answer, by age. */
@NullMarked
package ma.balagh.portal.ageing;

import org.jspecify.annotations.NullMarked;
