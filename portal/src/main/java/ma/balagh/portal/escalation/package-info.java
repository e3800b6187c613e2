/** What an incident waits for, and what followed when it waited too long, on the pages of others. */
@NullMarked
package ma.balagh.portal.escalation;

import org.jspecify.annotations.NullMarked;
