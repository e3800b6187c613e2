/** What shows afterwards that nothing was changed: a Merkle tree (RFC 9162), canonical JSON (RFC 8785) and a key that signs. */
@NullMarked
package ma.balagh.audit.transparency;

import org.jspecify.annotations.NullMarked;
