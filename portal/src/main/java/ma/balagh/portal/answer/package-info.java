/** Pages of the texts of answers, in three languages, with their versions. */
@NullMarked
package ma.balagh.portal.answer;

import org.jspecify.annotations.NullMarked;
