/** Looking at evidence: first the purpose, then the bytes, streamed and never kept. */
@NullMarked
package ma.balagh.portal.evidence;

import org.jspecify.annotations.NullMarked;
