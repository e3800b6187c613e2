package ma.balagh.intake.source.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an RSS or Atom document into its head and its items without parsing it: one broken item spoils no other, an
 * item of a truncated document is either whole or absent, and at most one item is in memory as a tree.
 */
final class XmlDocumentReader {

    /** An item has fewer tags; one of millions would not fit into memory as a tree. */
    static final int MAX_TAGS = 20_000;

    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> DATES = Set.of("pubdate", "published", "issued", "updated", "modified", "date");
    private static final int MAX_ITEM = 8 << 20;
    private static final int MAX_HEAD = 256 << 10;
    private static final Pattern END =
            Pattern.compile("</(?:[A-Za-z_][\\w.-]{0,30}:)?(?:rss|feed|rdf|channel)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[^>]{0,200}>\\s{0,100}(?:<!\\[CDATA\\[)?([^<>&\\]]{8,80})");
    private static final int MAX_NAME = 48;

    private record Place(int from, int to) {}

    private final String text;
    private final NewestItemCollector<Place> items;
    private int headEnd = -1;
    private int broken;
    private boolean cut;

    XmlDocumentReader(String text, int maxItems) {
        this.text = text;
        this.items = new NewestItemCollector<>(maxItems);
        split();
    }

    /** What stands before the first item. */
    String head() {
        int end = headEnd < 0 ? text.length() : headEnd;
        return text.substring(0, Math.min(end, MAX_HEAD));
    }

    /** The newest items, each from its first tag to its last. */
    List<String> items() {
        return items.inOrder().stream()
                .map(place -> text.substring(place.from(), place.to()))
                .toList();
    }

    /** Items that are too large to be any. */
    int broken() {
        return broken;
    }

    boolean isCut() {
        return cut;
    }

    private void split() {
        int start = -1;
        int date = -1;
        int tags = 0;
        int last = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            int after = afterUnparsed(at);
            if (after != at) {
                if (after < 0) {
                    cut = true;
                    return;
                }
                at = after;
                continue;
            }
            tags++;
            boolean closes = text.startsWith("/", at + 1);
            String name = localName(at + (closes ? 2 : 1));
            int from = at++;
            if (DATES.contains(name)) {
                date = date < 0 && !closes ? at + name.length() : date;
            } else if (ITEMS.contains(name)) {
                at = text.indexOf('>', at) + 1;
                if (at == 0) {
                    cut = true;
                    return;
                }
                if (start >= 0) {
                    // An item that begins within another shows that the other has no end.
                    take(start, closes ? at : from, date, tags);
                }
                start = closes || text.charAt(at - 2) == '/' ? -1 : from;
                headEnd = headEnd < 0 && !closes ? from : headEnd;
                date = -1;
                tags = 0;
                last = at;
            }
        }
        cut = start >= 0 || !END.matcher(text).region(last, text.length()).find();
    }

    /** @return in lower case, without prefix; empty where it is longer than what is looked for, or no name */
    private String localName(int from) {
        int start = from;
        int end = from;
        int limit = Math.min(text.length(), from + MAX_NAME);
        while (end < limit && " \t\r\n>/<".indexOf(text.charAt(end)) < 0) {
            start = text.charAt(end++) == ':' ? end : start;
        }
        return end == limit || end - start > 9 ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** @return the end of a CDATA section, comment or document type that begins there, or the place itself; -1 without end */
    private int afterUnparsed(int at) {
        if (text.startsWith("<![CDATA[", at)) {
            return after("]]>", at);
        }
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 2);
        }
        if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            int end = text.indexOf('>', at);
            int subset = end < 0 ? -1 : text.indexOf('[', at, end);
            return subset < 0 ? after(">", at) : after("]>", subset);
        }
        return at;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private void take(int from, int to, int dateAt, int tags) {
        if (to - from > MAX_ITEM || tags > MAX_TAGS) {
            broken++;
            return;
        }
        Matcher date = DATE.matcher(text).region(Math.max(dateAt, 0), to);
        items.add(
                dateAt >= 0 && date.lookingAt()
                        ? FeedDateParser.of(date.group(1)).orElse(null)
                        : null,
                new Place(from, to));
    }
}
