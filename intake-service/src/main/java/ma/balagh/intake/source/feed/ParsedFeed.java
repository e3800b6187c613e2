package ma.balagh.intake.source.feed;

import java.util.List;

/**
 * The contents of a feed.
 *
 * @param items in the document's order, at most {@link FeedReader#MAX_ITEMS}
 * @param broken so many items could not be read, or say nothing that could be kept
 * @param cut whether the document ends before its own end, so that items may be missing
 */
public record ParsedFeed(FeedKind kind, List<FeedItem> items, int broken, boolean cut) {

    public ParsedFeed {
        items = List.copyOf(items);
    }
}
