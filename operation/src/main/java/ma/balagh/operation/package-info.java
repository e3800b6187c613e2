/**
 * What every application needs in operation: draining and limiting connections, TLS between pods, hidden management
 * endpoints.
 */
@NullMarked
package ma.balagh.operation;

import org.jspecify.annotations.NullMarked;
