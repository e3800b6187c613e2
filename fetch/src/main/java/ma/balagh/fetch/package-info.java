/** An HTTP client for public addresses only, with limits of time and size, that records each attempt. */
@NullMarked
package ma.balagh.fetch;

import org.jspecify.annotations.NullMarked;
