/** Pages of reports: the list, one report with its media, registering what comes by telephone. */
@NullMarked
package ma.balagh.portal.report;

import org.jspecify.annotations.NullMarked;
