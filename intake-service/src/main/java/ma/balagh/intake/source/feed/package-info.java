/** Parses feeds from bytes that may be broken or hostile; uses no network. */
@NullMarked
package ma.balagh.intake.source.feed;

import org.jspecify.annotations.NullMarked;
