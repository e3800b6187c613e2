/** What reporters are answered: the text for each ending, in three languages, with its versions. */
@NullMarked
package ma.balagh.portal.answer;

import org.jspecify.annotations.NullMarked;
