package ma.balagh.intake.source.feed;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.MediaGroup;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.intake.source.feed.UnreadableFeed.Trouble;
import org.jdom2.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom. The markup is parsed by jsoup, which knows neither document types nor entities of a document's own
 * and never fails; what the elements mean, ROME knows.
 */
final class XmlFeed {

    private static final int MAX_DEPTH = 64;

    private final URI address;
    private final XmlDocument document;

    XmlFeed(String text, URI address, int maxItems) {
        this.address = address;
        this.document = new XmlDocument(text, maxItems);
    }

    Feed read() throws UnreadableFeed {
        XmlScope scope = scope();
        List<FeedItem> items = new ArrayList<>();
        int broken = document.broken();
        for (String text : document.items()) {
            Optional<FeedItem> item = item(text, scope);
            item.ifPresent(items::add);
            broken += item.isPresent() ? 0 : 1;
        }
        if (items.isEmpty() && broken == 0 && document.isCut()) {
            throw new UnreadableFeed(Trouble.CUT, "the feed ends before the end of its first item");
        }
        return new Feed(scope.kind(), items, broken, document.isCut());
    }

    private XmlScope scope() throws UnreadableFeed {
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
                throw new UnreadableFeed(
                        Trouble.WEB_PAGE, "a web page instead of a feed" + titled(head.selectFirst("title")));
            }
        }
        throw all.isEmpty()
                ? new UnreadableFeed(Trouble.NO_FEED, "neither XML nor JSON")
                : new UnreadableFeed(
                        Trouble.NO_FEED,
                        "neither RSS nor Atom: the document begins with <"
                                + PlainText.tidied(all.getFirst().normalName(), 40) + ">");
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
                .map(child -> PlainText.language(child.wholeText()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(told -> new XmlScope(scope.kind(), scope.prefixes(), scope.base(), told))
                .orElse(scope);
    }

    private static String titled(@Nullable Element title) {
        String text = title == null ? "" : PlainText.tidied(title.text(), 100);
        return text.isEmpty() ? "" : ": \"" + text + "\"";
    }

    private static Optional<FeedItem> item(String text, XmlScope scope) {
        try {
            Element root = parsed(text).firstElementChild();
            if (root == null) {
                return Optional.empty();
            }
            var tidy = new TidyItem(root, scope);
            FeedItem item = item(tidy, entry(tidy.element()), scope);
            return item.isEmpty() ? Optional.empty() : Optional.of(item);
        } catch (FeedException | RuntimeException broken) {
            // One item only; the feed counts it.
            return Optional.empty();
        }
    }

    private static Element parsed(String text) {
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .setMaxDepth(MAX_DEPTH)
                .parseInput(BareAmpersands.escaped(text), "");
    }

    private static SyndEntry entry(org.jdom2.Element item) throws FeedException {
        org.jdom2.Element root;
        if (item.getNamespace().equals(TidyItem.ATOM)) {
            root = new org.jdom2.Element("feed", TidyItem.ATOM).addContent(item);
        } else {
            root = new org.jdom2.Element("rss").setAttribute("version", "2.0");
            root.addContent(new org.jdom2.Element("channel").addContent(item));
        }
        return new SyndFeedInput().build(new Document(root)).getEntries().getFirst();
    }

    private static FeedItem item(TidyItem tidy, SyndEntry entry, XmlScope scope) {
        Optional<MediaEntryModule> media =
                Optional.ofNullable((MediaEntryModule) entry.getModule(MediaEntryModule.URI));
        String title = text(entry.getTitleEx(), scope, PlainText.MAX_TITLE);
        String text = entry.getContents().stream()
                .map(content -> text(content, scope, PlainText.MAX_TEXT))
                .filter(content -> !content.isEmpty())
                .findFirst()
                .orElseGet(() -> text(entry.getDescription(), scope, PlainText.MAX_TEXT));
        return new FeedItem(
                tidy.identity(),
                WebAddress.of(entry.getLink(), scope.base()).orElse(null),
                title,
                text.isEmpty() ? media.map(XmlFeed::described).orElse("") : text,
                tidy.language(),
                tidy.publishedAt(),
                media(entry, media, scope.base()));
    }

    private static String text(@Nullable SyndContent content, XmlScope scope, int max) {
        if (content == null) {
            return "";
        }
        boolean verbatim = scope.kind() == FeedKind.ATOM && "text".equals(content.getType());
        return verbatim ? PlainText.tidied(content.getValue(), max) : PlainText.ofMarkup(content.getValue(), max);
    }

    private static String described(MediaEntryModule media) {
        return Stream.concat(
                        Stream.of(media.getMetadata()),
                        Stream.of(media.getMediaGroups()).map(MediaGroup::getMetadata))
                .filter(metadata -> metadata != null && metadata.getDescription() != null)
                .map(metadata -> PlainText.ofMarkup(metadata.getDescription(), PlainText.MAX_TEXT))
                .findFirst()
                .orElse("");
    }

    private static List<FeedMedium> media(SyndEntry entry, Optional<MediaEntryModule> module, URI base) {
        Stream<FeedMedium> enclosed = entry.getEnclosures().stream()
                .flatMap(enclosure -> FeedMedium.of(enclosure.getUrl(), base, null, enclosure.getType()).stream());
        Stream<MediaContent> contents = module.stream()
                .flatMap(media -> Stream.concat(
                        Stream.of(media.getMediaContents()),
                        Stream.of(media.getMediaGroups()).flatMap(group -> Stream.of(group.getContents()))));
        return Stream.concat(enclosed, contents.flatMap(content -> medium(content, base).stream()))
                .toList();
    }

    private static Optional<FeedMedium> medium(MediaContent content, URI base) {
        return content.getReference() instanceof UrlReference reference
                ? FeedMedium.of(reference.getUrl().toString(), base, content.getMedium(), content.getType())
                : Optional.empty();
    }
}
