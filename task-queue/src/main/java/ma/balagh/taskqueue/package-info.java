/** Work that replicas share: rows of a table under leases, and the workers that do what stands in them. */
@NullMarked
package ma.balagh.taskqueue;

import org.jspecify.annotations.NullMarked;
