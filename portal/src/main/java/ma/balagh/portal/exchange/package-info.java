/** Owns the page about what leaves the agency: partners that are told of incidents, and files that somebody took along. */
@NullMarked
package ma.balagh.portal.exchange;

import org.jspecify.annotations.NullMarked;
