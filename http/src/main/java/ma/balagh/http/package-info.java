/** What the services share about HTTP: problems, callers, pages, idempotency keys, preconditions, purposes. */
@NullMarked
package ma.balagh.http;

import org.jspecify.annotations.NullMarked;
