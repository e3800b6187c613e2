/** What items are scored by: the list of terms that officers keep, its versions, trying it, and the reasons that it gives. */
@NullMarked
package ma.balagh.portal.relevance;

import org.jspecify.annotations.NullMarked;
