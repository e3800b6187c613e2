/** Events between services: the outbox and its relay, the inbox, dead letters. */
@NullMarked
package ma.balagh.messaging;

import org.jspecify.annotations.NullMarked;
