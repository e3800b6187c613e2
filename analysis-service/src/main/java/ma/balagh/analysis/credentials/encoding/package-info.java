/** Reads the encodings of content credentials (CBOR, JUMBF, DER) from untrusted bytes. */
@NullMarked
package ma.balagh.analysis.credentials.encoding;

import org.jspecify.annotations.NullMarked;
