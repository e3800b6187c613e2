/** Reads and verifies content credentials (C2PA): the signature, the binding to the medium, the signer's claims. */
@NullMarked
package ma.balagh.analysis.credentials;

import org.jspecify.annotations.NullMarked;
