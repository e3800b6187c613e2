/** Work that replicas share: rows that a worker holds by a lease, and the threads that work them off. */
@NullMarked
package ma.balagh.analysis.lease;

import org.jspecify.annotations.NullMarked;
