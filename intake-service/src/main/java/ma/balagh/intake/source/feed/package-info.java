/** What a feed says, read from its bytes, however broken or hostile they are. Nothing here asks the network. */
@NullMarked
package ma.balagh.intake.source.feed;

import org.jspecify.annotations.NullMarked;
