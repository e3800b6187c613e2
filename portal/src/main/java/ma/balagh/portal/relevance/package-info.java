/** Pages of the list of terms: its versions, changing it, trying it on a text. */
@NullMarked
package ma.balagh.portal.relevance;

import org.jspecify.annotations.NullMarked;
