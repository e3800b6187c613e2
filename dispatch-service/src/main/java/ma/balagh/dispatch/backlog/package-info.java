/** What waits for whom at this moment: counts over incidents and communiqués, for the commander's desk. */
@NullMarked
package ma.balagh.dispatch.backlog;

import org.jspecify.annotations.NullMarked;
