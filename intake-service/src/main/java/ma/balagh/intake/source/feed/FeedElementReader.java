package ma.balagh.intake.source.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.intake.source.feed.XmlScope.Vocabulary;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What one item of RSS of any version or of Atom says, from the elements that say what an item is. Of a text that
 * stands there more than once, the first that is not empty counts.
 */
final class FeedElementReader {

    // What stood for the whole article before content:encoded did
    private static final Set<String> BODIES = Set.of("description", "body", "fullitem");
    // The earlier in this list, the nearer to the moment of publication.
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");
    private static final int MAX_CHILDREN = 200;
    // What XML 1.0 has no place for, whether it stands there or is referred to
    private static final Pattern ILLEGAL =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XmlScope scope;
    private final Map<String, Instant> dates = new HashMap<>();
    private final List<FeedMedium> enclosures = new ArrayList<>();
    private final List<FeedMedium> media = new ArrayList<>();
    private String title = "";
    private String content = "";
    private String summary = "";
    private String mediaDescription = "";
    private @Nullable String link;
    private @Nullable String permanentLink;
    private @Nullable String identity;
    private @Nullable String language;

    FeedElementReader(Element item, XmlScope outer) {
        scope = outer.within(item);
        language = scope.language();
        item.children().stream().limit(MAX_CHILDREN).forEach(this::take);
        if (identity == null && !item.attr("rdf:about").isBlank()) {
            identity = item.attr("rdf:about");
        }
    }

    FeedItem read() {
        return new FeedItem(
                identity,
                WebAddressParser.of(link == null ? permanentLink : link, scope.base())
                        .orElse(null),
                title,
                Stream.of(content, summary, mediaDescription)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                language,
                DATES.stream()
                        .map(dates::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Stream.concat(enclosures.stream(), media.stream()).toList());
    }

    private void take(Element child) {
        XmlScope inner = scope.within(child);
        String name = XmlScope.localName(child);
        switch (inner.vocabulary(child)) {
            case FEED -> {
                takeDate(name, child);
                if (scope.kind() == FeedKind.ATOM) {
                    takeAtom(child, name, inner);
                } else {
                    takeRss(child, name, inner);
                }
            }
            case ATOM -> takeAtomInRss(child, name, inner);
            case MEDIA -> takeMedia(child, name, inner);
            case CONTENT -> {
                if (name.equals("encoded") && scope.kind() == FeedKind.RSS) {
                    content = markup(content, child, PlainTextConverter.MAX_TEXT);
                }
            }
            case DUBLIN_CORE -> {
                takeDate(name, child);
                if (name.equals("language") && PlainTextConverter.language(child.wholeText()) != null) {
                    language = PlainTextConverter.language(child.wholeText());
                }
            }
            case OTHER -> {}
        }
    }

    private void takeRss(Element child, String name, XmlScope inner) {
        switch (name) {
            case "title" -> title = markup(title, child, PlainTextConverter.MAX_TITLE);
            case "link" -> link = link == null ? absolute(child.wholeText(), inner) : link;
            case "guid" -> {
                if (identity == null) {
                    identity = child.wholeText();
                    String permanent = child.attr("ispermalink").strip();
                    permanentLink = permanent.isEmpty() || permanent.equalsIgnoreCase("true") ? identity : null;
                }
            }
            case "enclosure" -> takeEnclosure(child, "url", inner);
            default -> {
                if (BODIES.contains(name)) {
                    summary = markup(summary, child, PlainTextConverter.MAX_TEXT);
                }
            }
        }
    }

    private void takeAtom(Element child, String name, XmlScope inner) {
        switch (name) {
            case "title" -> title = typed(title, child, PlainTextConverter.MAX_TITLE);
            case "summary" -> summary = typed(summary, child, PlainTextConverter.MAX_TEXT);
            case "id" -> identity = identity == null ? child.wholeText() : identity;
            case "content" -> {
                if (MediumKind.of(null, type(child), null) == MediumKind.OTHER) {
                    content = typed(content, child, PlainTextConverter.MAX_TEXT);
                } else {
                    // A film instead of an article (RFC 4287, 4.1.3.2): what other feeds call an enclosure
                    takeEnclosure(child, "src", inner);
                }
            }
            case "link" -> {
                String relation = child.attr("rel").strip();
                if (relation.equals("enclosure")) {
                    takeEnclosure(child, "href", inner);
                } else if (link == null && (relation.isEmpty() || relation.equals("alternate"))) {
                    String address = child.attr("href");
                    link = absolute(address.isBlank() ? child.wholeText() : address, inner);
                }
            }
            default -> {}
        }
    }

    /** Only media: the other links of an {@code atom:link} in RSS lead to feeds. */
    private void takeAtomInRss(Element child, String name, XmlScope inner) {
        takeDate(name, child);
        if (name.equals("link") && child.attr("rel").equalsIgnoreCase("enclosure")) {
            takeEnclosure(child, "href", inner);
        }
    }

    /** Media RSS: contents, alone and in groups. A player alone is no medium. */
    private void takeMedia(Element child, String name, XmlScope inner) {
        switch (name) {
            case "content" ->
                FeedMedium.of(
                                child.attr("url"),
                                inner.base(),
                                child.attr("medium").strip(),
                                child.attr("type"))
                        .ifPresent(media::add);
            case "group" ->
                child.children().stream().limit(MAX_CHILDREN).forEach(part -> {
                    XmlScope within = inner.within(part);
                    String partName = XmlScope.localName(part);
                    if (within.vocabulary(part) == Vocabulary.MEDIA && !partName.equals("group")) {
                        takeMedia(part, partName, within);
                    }
                });
            case "description" -> mediaDescription = markup(mediaDescription, child, PlainTextConverter.MAX_TEXT);
            default -> {}
        }
    }

    private void takeEnclosure(Element child, String attribute, XmlScope inner) {
        FeedMedium.of(child.attr(attribute), inner.base(), null, child.attr("type"))
                .ifPresent(enclosures::add);
    }

    private void takeDate(String name, Element child) {
        if (DATES.contains(name)) {
            FeedDateParser.of(child.wholeText()).ifPresent(date -> dates.putIfAbsent(name, date));
        }
    }

    /** All is markup, also HTML that somebody forgot to escape. */
    private static String markup(String earlier, Element element, int max) {
        if (!earlier.isEmpty()) {
            return earlier;
        }
        return PlainTextConverter.ofMarkup(
                legal(element.children().isEmpty() ? element.wholeText() : html(element)), max);
    }

    /** As Atom has it: plain unless its type says otherwise. */
    private static String typed(String earlier, Element element, int max) {
        boolean isMarkup = type(element).contains("html") || !element.children().isEmpty();
        if (isMarkup || !earlier.isEmpty()) {
            return markup(earlier, element, max);
        }
        return PlainTextConverter.tidied(legal(element.wholeText()), max);
    }

    private static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("");
    }

    private static String html(Element element) {
        var html = new StringBuilder();
        for (Node node : element.childNodes()) {
            html.append(node instanceof TextNode text ? text.getWholeText() : node.outerHtml());
        }
        return html.toString();
    }

    private static String type(Element element) {
        return element.attr("type").toLowerCase(Locale.ROOT);
    }

    private static String absolute(String address, XmlScope inner) {
        return WebAddressParser.of(address, inner.base()).map(Object::toString).orElse("");
    }
}
