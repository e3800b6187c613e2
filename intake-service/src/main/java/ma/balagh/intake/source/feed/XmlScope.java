package ma.balagh.intake.source.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What holds within an element: prefixes of namespaces, base of addresses, language.
 *
 * @param prefixes in lower case; the empty one is the default namespace
 */
record XmlScope(
        FeedKind kind,
        Map<String, String> prefixes,
        URI base,
        @Nullable String language) {

    /** The vocabularies that are read. */
    enum Vocabulary {
        FEED,
        ATOM,
        MEDIA,
        CONTENT,
        DUBLIN_CORE,
        OTHER
    }

    XmlScope within(Element element) {
        Map<String, String> inner = new HashMap<>(prefixes);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                inner.put(key.length() > 6 ? key.substring(6) : "", attribute.getValue());
            }
        }
        String told = PlainTextConverter.language(element.attr("xml:lang"));
        return new XmlScope(
                kind,
                inner,
                WebAddressParser.of(element.attr("xml:base"), base).orElse(base),
                told == null ? language : told);
    }

    /** By namespace; by the usual prefix where a feed forgot to declare it. */
    Vocabulary vocabulary(Element element) {
        String name = element.normalName();
        String prefix = name.indexOf(':') < 0 ? "" : name.substring(0, name.indexOf(':'));
        String namespace = prefixes.getOrDefault(prefix, prefix);
        if (namespace.contains("/mrss") || namespace.equals("media")) {
            return Vocabulary.MEDIA;
        }
        if (namespace.contains("purl.org/rss/1.0/modules/content") || namespace.equals("content")) {
            return Vocabulary.CONTENT;
        }
        if (namespace.contains("purl.org/dc/") || namespace.equals("dc") || namespace.equals("dcterms")) {
            return Vocabulary.DUBLIN_CORE;
        }
        if (namespace.contains("/Atom") || namespace.contains("purl.org/atom") || namespace.equals("atom")) {
            return kind == FeedKind.ATOM ? Vocabulary.FEED : Vocabulary.ATOM;
        }
        if (namespace.contains("/xhtml")) {
            return Vocabulary.FEED;
        }
        boolean rss = namespace.equals("http://purl.org/rss/1.0/")
                || namespace.contains("my.netscape.com")
                || namespace.contains("backend.userland.com")
                || namespace.equals("rss");
        return prefix.isEmpty() || rss ? Vocabulary.FEED : Vocabulary.OTHER;
    }

    static String localName(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
