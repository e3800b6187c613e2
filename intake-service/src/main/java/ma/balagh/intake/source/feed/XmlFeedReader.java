package ma.balagh.intake.source.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.balagh.intake.source.feed.UnreadableFeedException.Trouble;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom. The markup is parsed by jsoup, which knows neither document types nor entities of a document's own
 * and never fails.
 */
final class XmlFeedReader {

    private static final int MAX_DEPTH = 64;

    private final URI address;
    private final XmlDocumentReader document;

    XmlFeedReader(String text, URI address, int maxItems) {
        this.address = address;
        this.document = new XmlDocumentReader(text, maxItems);
    }

    ParsedFeed read() throws UnreadableFeedException {
        XmlScope scope = scope();
        List<FeedItem> items = new ArrayList<>();
        int broken = document.broken();
        for (String text : document.items()) {
            Optional<FeedItem> item = item(text, scope);
            item.ifPresent(items::add);
            broken += item.isPresent() ? 0 : 1;
        }
        if (items.isEmpty() && broken == 0 && document.isCut()) {
            throw new UnreadableFeedException(Trouble.CUT, "the feed ends before the end of its first item");
        }
        return new ParsedFeed(scope.kind(), items, broken, document.isCut());
    }

    private XmlScope scope() throws UnreadableFeedException {
        Element head = parsed(document.head());
        List<Element> all = head.getAllElements().stream().skip(1).toList();
        for (Element element : all) {
            Optional<FeedKind> kind = kind(element);
            if (kind.isPresent()) {
                var scope = new XmlScope(kind.get(), Map.of(), address, null).within(element);
                return all.stream()
                        .filter(other -> other.normalName().equals("channel"))
                        .findFirst()
                        .map(channel -> withLanguage(scope.within(channel), channel))
                        .orElse(scope);
            }
            if (element.normalName().equals("html")) {
                throw new UnreadableFeedException(
                        Trouble.WEB_PAGE, "a web page instead of a feed" + titled(head.selectFirst("title")));
            }
        }
        throw all.isEmpty()
                ? new UnreadableFeedException(Trouble.NO_FEED, "neither XML nor JSON")
                : new UnreadableFeedException(
                        Trouble.NO_FEED,
                        "neither RSS nor Atom: the document begins with <"
                                + PlainTextConverter.tidied(all.getFirst().normalName(), 40) + ">");
    }

    private static Optional<FeedKind> kind(Element element) {
        return switch (XmlScope.localName(element)) {
            case "rss", "rdf", "channel" -> Optional.of(FeedKind.RSS);
            case "feed" -> Optional.of(FeedKind.ATOM);
            default -> Optional.empty();
        };
    }

    private static XmlScope withLanguage(XmlScope scope, Element channel) {
        return channel.children().stream()
                .filter(child -> XmlScope.localName(child).equals("language"))
                .map(child -> PlainTextConverter.language(child.wholeText()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(told -> new XmlScope(scope.kind(), scope.prefixes(), scope.base(), told))
                .orElse(scope);
    }

    private static String titled(@Nullable Element title) {
        String text = title == null ? "" : PlainTextConverter.tidied(title.text(), 100);
        return text.isEmpty() ? "" : ": \"" + text + "\"";
    }

    private static Optional<FeedItem> item(String text, XmlScope scope) {
        try {
            Element root = parsed(text).firstElementChild();
            if (root == null) {
                return Optional.empty();
            }
            FeedItem item = new FeedElementReader(root, scope).read();
            return item.isEmpty() ? Optional.empty() : Optional.of(item);
        } catch (RuntimeException broken) {
            // One item only; the feed counts it.
            return Optional.empty();
        }
    }

    private static Element parsed(String text) {
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .setMaxDepth(MAX_DEPTH)
                .parseInput(BareAmpersandFilter.escaped(text), "");
    }
}
