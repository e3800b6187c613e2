/**
 * Owns callbacks: signed messages that tell partners what changed, in order and at least once. A service brings the tables
 * {@code callback}, {@code callback_delivery} and {@code webhook_secret}, and says what its messages are about.
 */
@NullMarked
package ma.balagh.callback;

import org.jspecify.annotations.NullMarked;
