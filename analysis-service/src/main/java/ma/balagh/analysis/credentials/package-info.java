/** Content credentials (C2PA): who signed a medium, whether it still is what was signed, and what the signer says of it. */
@NullMarked
package ma.balagh.analysis.credentials;

import org.jspecify.annotations.NullMarked;
