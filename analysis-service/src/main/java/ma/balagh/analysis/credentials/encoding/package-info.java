/** The encodings that content credentials are written in, read from bytes that nobody vouches for. */
@NullMarked
package ma.balagh.analysis.credentials.encoding;

import org.jspecify.annotations.NullMarked;
