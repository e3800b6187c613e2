package ma.balagh.intake.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.intake.source.feed.WebAddressParser;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads which recordings a page shows. What the page says about itself comes first (schema.org in JSON-LD and microdata,
 * Open Graph, Twitter cards), then the elements that play something, then what platforms' players show. Nothing is run
 * and nothing is fetched. Pictures are not taken: those of a page are nearly always its decoration, and a still of a
 * recording is evidence of little beside the recording that a person can still ask for.
 */
public final class PageReader {

    private static final Logger LOG = Logger.getLogger(PageReader.class);

    /** More scripts of JSON-LD, or elements of a kind, than any honest page has. */
    private static final int MOST_ELEMENTS = 200;

    private static final int DEEPEST = 512;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9._:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private final Document page;
    private final PageFindingCollector findings;

    private PageReader(Document page, PageFindingCollector findings) {
        this.page = page;
        this.findings = findings;
    }

    /**
     * @param html the page's bytes, or as many of the first as are wanted: its cost grows with them
     * @param contentType the header of the answer, if it has one
     * @param address of the page, after redirects: http or https
     * @param most so many findings are given
     * @return nothing for what cannot be read: there is no exception
     */
    public static PageContents read(byte[] html, @Nullable String contentType, URI address, int most) {
        try {
            Document page = Jsoup.parse(
                    new ByteArrayInputStream(html),
                    charset(contentType),
                    address.toString(),
                    Parser.htmlParser().setMaxDepth(DEEPEST));
            Element base = page.selectFirst("base[href]");
            URI against = base == null
                    ? address
                    : WebAddressParser.of(base.attr("href"), address).orElse(address);
            var reader = new PageReader(page, new PageFindingCollector(address, against));
            reader.read();
            return reader.findings.reading(most);
        } catch (IOException | RuntimeException | StackOverflowError unforeseen) {
            LOG.warnf("a page cannot be read: %s", unforeseen.toString());
            return new PageContents(List.of(), 0);
        }
    }

    private void read() {
        jsonLd();
        microdata();
        openGraph();
        twitterCard();
        first("link[rel~=(?i)^video_src$][href]")
                .forEach(link -> findings.recording(link.attr("href"), link.attr("type")));
        playing();
        objects();
        embedded();
    }

    private void jsonLd() {
        for (Element script : first("script[type~=(?i)^\\s*application/ld\\+json]")) {
            for (JsonLdReader.Recording recording : JsonLdReader.recordings(script.data())) {
                recording.contents().forEach(content -> findings.recording(content, recording.type()));
                recording.players().forEach(findings::player);
            }
        }
    }

    private void microdata() {
        for (Element property : first("[itemprop=contentUrl], [itemprop=embedUrl]")) {
            Element thing = property.closest("[itemscope]");
            String type = thing == null ? "" : thing.attr("itemtype");
            String address = firstOf(property, "content", "href", "src", "data");
            if (type.endsWith("VideoObject") || type.endsWith("AudioObject")) {
                if (property.attr("itemprop").equals("contentUrl")) {
                    findings.recording(address.isEmpty() ? property.text() : address, null);
                } else {
                    findings.player(address);
                }
            }
        }
    }

    /** Each {@code og:video} begins a recording; the structured properties that follow belong to it (ogp.me). */
    private void openGraph() {
        for (String kind : List.of("og:video", "og:audio")) {
            var group = new ArrayList<String>();
            String type = "";
            for (Element meta : first("meta[property^=" + kind + "], meta[name^=" + kind + "]")) {
                String name = firstOf(meta, "property", "name").strip().toLowerCase(Locale.ROOT);
                String content = meta.attr("content");
                if (name.equals(kind)) {
                    taken(group, type);
                    group.clear();
                    type = "";
                    group.add(content);
                } else if (name.equals(kind + ":url") || name.equals(kind + ":secure_url")) {
                    group.add(content);
                } else if (name.equals(kind + ":type")) {
                    type = content;
                }
            }
            taken(group, type);
        }
    }

    private void taken(List<String> addresses, String type) {
        addresses.forEach(address -> findings.recording(address, type));
    }

    private void twitterCard() {
        String type = content("twitter:player:stream:content_type");
        findings.recording(content("twitter:player:stream"), type);
        findings.player(content("twitter:player"));
    }

    private void playing() {
        for (Element player : first("video, audio, amp-video, amp-audio")) {
            boolean any = findings.recording(firstOf(player, "src", "data-src"), player.attr("type"));
            // Children only: what lies deeper plays nothing, and looking for it in each of many players takes for ever.
            for (Element source : player.children()) {
                any |= source.tagName().equals("source")
                        && findings.recording(firstOf(source, "src", "data-src"), source.attr("type"));
            }
            if (!any && player.tagName().endsWith("video")) {
                findings.pageItself();
            }
        }
    }

    private void objects() {
        for (Element object : first("embed[src], object[data]")) {
            String address = firstOf(object, "src", "data");
            String type = object.attr("type").toLowerCase(Locale.ROOT);
            if (type.startsWith("video/") || type.startsWith("audio/")) {
                findings.recording(address, type);
            } else {
                findings.embedded(address);
            }
        }
    }

    private void embedded() {
        first("iframe, amp-iframe")
                .forEach(frame -> findings.embedded(firstOf(frame, "src", "data-src", "data-lazy-src")));
        first("amp-youtube[data-videoid], lite-youtube[videoid]")
                .forEach(tube -> findings.embedded("https://www.youtube.com/watch?v="
                        + firstOf(tube, "data-videoid", "videoid").strip()));
        first("[data-instgrm-permalink]").forEach(post -> findings.embedded(post.attr("data-instgrm-permalink")));
        first("blockquote.tiktok-embed[cite]").forEach(post -> findings.embedded(post.attr("cite")));
        first(".fb-video[data-href], .fb-post[data-href], amp-facebook[data-href]")
                .forEach(post -> findings.embedded(post.attr("data-href")));
        // The last link of a tweet's quotation is the tweet; those before it are what it says.
        first("blockquote.twitter-tweet, blockquote.twitter-video").forEach(tweet -> {
            Element link = tweet.select("a[href]").last();
            findings.embedded(link == null ? null : link.attr("href"));
        });
    }

    private String content(String name) {
        Element meta = page.selectFirst("meta[name=" + name + "], meta[property=" + name + "]");
        return meta == null ? "" : firstOf(meta, "content", "value");
    }

    private List<Element> first(String query) {
        return page.select(query).stream().limit(MOST_ELEMENTS).toList();
    }

    private static String firstOf(Element element, String... attributes) {
        for (String attribute : attributes) {
            String value = element.attr(attribute);
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** Where the header names none that this machine knows, the page's own marks tell. */
    private static @Nullable String charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
