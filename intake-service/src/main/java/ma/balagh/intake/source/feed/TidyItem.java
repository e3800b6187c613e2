package ma.balagh.intake.source.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.balagh.intake.source.feed.XmlScope.Vocabulary;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * One item as it should have been written: RSS of any version as RSS 2.0, Atom as Atom 1.0, with the elements that say
 * what an item is and no others, two levels deep, addresses absolute, markup as text. What a library is given that was
 * made for well-formed feeds.
 */
final class TidyItem {

    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");

    private static final Set<String> ADDRESSES = Set.of("href", "url", "src");
    private static final Set<String> KEPT_ATTRIBUTES = Set.of("href", "url", "src", "rel", "type", "medium", "length");
    private static final Set<String> RSS = Set.of("title", "link", "description", "guid", "enclosure");
    // What stood for the whole article before content:encoded did
    private static final Set<String> BODIES = Set.of("body", "fullitem");
    private static final Set<String> ATOM_NAMES = Set.of("title", "link", "id", "summary", "content");
    private static final Set<String> ONCE = Set.of("title", "description", "guid", "id", "summary", "encoded");
    // The earlier in this list, the nearer to the moment of publication.
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");
    private static final int MAX_CHILDREN = 200;

    private final XmlScope scope;
    private final Namespace own;
    private final org.jdom2.Element element;
    private final Map<String, Instant> dates = new HashMap<>();
    private @Nullable String identity;
    private @Nullable String language;

    TidyItem(Element item, XmlScope outer) {
        scope = outer.within(item);
        own = scope.kind() == FeedKind.ATOM ? ATOM : Namespace.NO_NAMESPACE;
        element = new org.jdom2.Element(scope.kind() == FeedKind.ATOM ? "entry" : "item", own);
        language = scope.language();
        item.children().stream().limit(MAX_CHILDREN).forEach(this::take);
        if (identity == null && !item.attr("rdf:about").isBlank()) {
            identity = item.attr("rdf:about");
        }
    }

    org.jdom2.Element element() {
        return element;
    }

    @Nullable
    String identity() {
        return identity;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    Instant publishedAt() {
        return DATES.stream()
                .filter(dates::containsKey)
                .findFirst()
                .map(dates::get)
                .orElse(null);
    }

    private void take(Element child) {
        XmlScope inner = scope.within(child);
        String name = XmlScope.localName(child);
        switch (inner.vocabulary(child)) {
            case FEED -> takeOwn(child, name, inner);
            case ATOM -> takeAtomInRss(child, name, inner);
            case MEDIA -> takeMedia(child, name, inner, element);
            case CONTENT -> {
                if (name.equals("encoded") && scope.kind() == FeedKind.RSS) {
                    add(element, child, name, CONTENT, inner).setText(markup(child));
                }
            }
            case DUBLIN_CORE -> {
                takeDate(name, child);
                if (name.equals("language") && PlainText.language(child.wholeText()) != null) {
                    language = PlainText.language(child.wholeText());
                }
            }
            case OTHER -> {}
        }
    }

    private void takeOwn(Element child, String told, XmlScope inner) {
        takeDate(told, child);
        boolean atom = scope.kind() == FeedKind.ATOM;
        String name = !atom && BODIES.contains(told) ? "description" : told;
        if (!(atom ? ATOM_NAMES : RSS).contains(name) || ONCE.contains(name) && element.getChild(name, own) != null) {
            return;
        }
        if (name.equals("guid") || name.equals("id")) {
            identity = child.wholeText();
        }
        String type = child.attr("type").toLowerCase(Locale.ROOT);
        if (atom && name.equals("content") && MediumKind.of(null, type, null) != MediumKind.OTHER) {
            // A film instead of an article (RFC 4287, 4.1.3.2): what other feeds call an enclosure
            org.jdom2.Element link = add(element, child, "link", ATOM, inner);
            link.setAttribute("rel", "enclosure");
            link.setAttribute("href", link.getAttributeValue("src", ""));
            return;
        }
        org.jdom2.Element copy = add(element, child, name, own, inner);
        if (!child.attr("ispermalink").isEmpty()) {
            copy.setAttribute("isPermaLink", child.attr("ispermalink").strip());
        }
        if (atom && name.equals("link") && child.attr("href").isBlank()) {
            copy.setAttribute("href", absolute(child.wholeText(), inner));
        }
        if (atom && !name.equals("link")) {
            boolean html = type.contains("html") || !child.children().isEmpty();
            copy.setAttribute("type", html ? "html" : "text");
        }
        copy.setText(name.equals("link") ? absolute(child.wholeText(), inner) : markup(child));
    }

    /** Only media: the other links of an {@code atom:link} in RSS lead to feeds. */
    private void takeAtomInRss(Element child, String name, XmlScope inner) {
        takeDate(name, child);
        if (name.equals("link") && child.attr("rel").equalsIgnoreCase("enclosure")) {
            org.jdom2.Element copy = add(element, child, "enclosure", own, inner);
            copy.setAttribute("url", copy.getAttributeValue("href", ""));
        }
    }

    /** Contents, alone and in groups, that lead somewhere: a player alone is no medium. */
    private void takeMedia(Element child, String name, XmlScope inner, org.jdom2.Element parent) {
        switch (name) {
            case "content" -> {
                if (!absolute(child.attr("url"), inner).isEmpty()) {
                    add(parent, child, name, MEDIA, inner);
                }
            }
            case "group" -> {
                if (parent == element) {
                    org.jdom2.Element group = add(parent, child, name, MEDIA, inner);
                    child.children().stream().limit(MAX_CHILDREN).forEach(part -> {
                        XmlScope within = inner.within(part);
                        if (within.vocabulary(part) == Vocabulary.MEDIA) {
                            takeMedia(part, XmlScope.localName(part), within, group);
                        }
                    });
                }
            }
            case "description" -> add(parent, child, name, MEDIA, inner).setText(markup(child));
            default -> {}
        }
    }

    private void takeDate(String name, Element child) {
        if (DATES.contains(name)) {
            FeedDate.of(child.wholeText()).ifPresent(date -> dates.putIfAbsent(name, date));
        }
    }

    private org.jdom2.Element add(
            org.jdom2.Element parent, Element original, String name, Namespace namespace, XmlScope inner) {
        var copy = new org.jdom2.Element(name, namespace);
        original.attributes().forEach(attribute -> {
            String key = attribute.getKey();
            if (KEPT_ATTRIBUTES.contains(key)) {
                String value = attribute.getValue().strip();
                copy.setAttribute(key, ADDRESSES.contains(key) ? absolute(value, inner) : legal(value));
            }
        });
        parent.addContent(copy);
        return copy;
    }

    private static String absolute(String address, XmlScope inner) {
        return WebAddress.of(address, inner.base()).map(Object::toString).orElse("");
    }

    /** Text, or HTML that somebody forgot to escape. */
    private static String markup(Element element) {
        boolean hasElements = element.childNodes().stream().anyMatch(Element.class::isInstance);
        return legal(hasElements ? html(element) : element.wholeText());
    }

    private static String html(Element element) {
        var html = new StringBuilder();
        for (Node node : element.childNodes()) {
            html.append(node instanceof TextNode text ? text.getWholeText() : node.outerHtml());
        }
        return html.toString();
    }

    /** Without what XML 1.0 has no place for: JDOM refuses it. */
    private static String legal(String text) {
        return text.codePoints().allMatch(Verifier::isXMLCharacter)
                ? text
                : text.codePoints()
                        .filter(Verifier::isXMLCharacter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
