/** Where reports come from by themselves: each source's description and how it is doing. */
@NullMarked
package ma.balagh.portal.source;

import org.jspecify.annotations.NullMarked;
