/** Finds content credentials in media formats, and the byte ranges that their digests cover. */
@NullMarked
package ma.balagh.analysis.credentials.container;

import org.jspecify.annotations.NullMarked;
