/** What every page shares: the viewer, languages, navigation, security headers, notices and error pages. */
@NullMarked
package ma.balagh.portal.shell;

import org.jspecify.annotations.NullMarked;
