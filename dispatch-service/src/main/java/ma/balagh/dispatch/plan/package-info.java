/** Plans busy units as the next for an incident, and estimates when they are free. */
@NullMarked
package ma.balagh.dispatch.plan;

import org.jspecify.annotations.NullMarked;
