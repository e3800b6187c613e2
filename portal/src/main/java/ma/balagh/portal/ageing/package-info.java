/** Reports without an answer, by age, in front of everyone: nothing published is lost. */
@NullMarked
package ma.balagh.portal.ageing;

import org.jspecify.annotations.NullMarked;
