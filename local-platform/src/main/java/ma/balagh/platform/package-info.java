/** The local platform: {@code ./balagh} and, in {@code test}, what the services' tests stand on. */
@NullMarked
package ma.balagh.platform;

import org.jspecify.annotations.NullMarked;
