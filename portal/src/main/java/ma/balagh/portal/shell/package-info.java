/** What every page stands in: who looks, in which language, at which desk; headers, notices and error pages. */
@NullMarked
package ma.balagh.portal.shell;

import org.jspecify.annotations.NullMarked;
