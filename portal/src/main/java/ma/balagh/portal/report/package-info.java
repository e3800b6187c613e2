/** What was reported to the agency: the list, one report with its media, and the desk's own registration. */
@NullMarked
package ma.balagh.portal.report;

import org.jspecify.annotations.NullMarked;
