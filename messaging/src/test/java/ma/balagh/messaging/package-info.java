/** Tests of the outbox, its relay, the inbox and dead letters, on a real database and broker. */
@NullMarked
package ma.balagh.messaging;

import org.jspecify.annotations.NullMarked;
