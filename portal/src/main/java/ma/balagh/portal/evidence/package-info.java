/** Pages and streams of evidence: the purpose first, then the bytes, which are never stored here. */
@NullMarked
package ma.balagh.portal.evidence;

import org.jspecify.annotations.NullMarked;
