package ma.balagh.intake.source.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Small feeds of each kind for tests. */
final class Feeds {

    static final URI ADDRESS = URI.create("https://news.example.ma/feeds/all.xml");

    static final String RSS_2 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>أخبار</title><link>https://news.example.ma/</link><language>ar-MA</language>
                <atom:link href="https://news.example.ma/feeds/all.xml" rel="self" type="application/rss+xml"/>
                <item>
                  <title>محاولة كريساج &amp; سرقة بالدار البيضاء</title>
                  <link>/2026/11/kreesaj?id=1</link>
                  <guid isPermaLink="false">news-1</guid>
                  <pubDate>Tue, 24 Nov 2026 21:15:00 +0100</pubDate>
                  <description>قصير</description>
                  <content:encoded><![CDATA[<p>فيديو <b>سرقة</b> بالخطف</p><script>x()</script>]]></content:encoded>
                  <enclosure url="/media/1.mp4" length="123" type="video/mp4"/>
                  <media:group>
                    <media:content url="https://cdn.example.ma/1-720.mp4" type="video/mp4" medium="video"/>
                    <media:content url="https://cdn.example.ma/1.mp3" medium="audio"/>
                  </media:group>
                </item>
                <item>
                  <title>Vol à l&apos;arraché</title>
                  <guid>https://news.example.ma/2</guid>
                  <dc:date>2026-11-23T10:00:00Z</dc:date>
                  <dc:language>fr</dc:language>
                  <media:content url="2.jpg" medium="image"/>
                </item>
              </channel>
            </rss>
            """;

    static final String RSS_1 = """
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://a.example/rss"><title>T</title><items><rdf:Seq>
                <rdf:li rdf:resource="https://a.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="urn:one"><title>Un</title><link>https://a.example/1</link>
                <description>Texte</description><dc:date>2026-11-20</dc:date></item>
            </rdf:RDF>
            """;

    static final String RSS_091 = """
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>T</title><language>fr</language>
              <item><title>Un</title><link>https://a.example/1</link><description>Texte</description></item>
            </channel></rss>
            """;

    static final String RSS_090 = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
              <channel><title>T</title></channel>
              <item><title>Un</title><link>https://a.example/1</link></item>
            </rdf:RDF>
            """;

    static final String ATOM = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="ar" xml:base="https://b.example/x/">
              <title>ت</title><id>urn:feed</id><updated>2026-11-24T00:00:00Z</updated>
              <entry xml:base="y/">
                <title type="html">سرقة &lt;b&gt;هاتف&lt;/b&gt;</title>
                <id>tag:b.example,2026:1</id>
                <link rel="self" href="https://b.example/self"/>
                <link href="1.html"/>
                <link rel="enclosure" type="video/webm" href="../1.webm"/>
                <published>2026-11-22T08:30:00+01:00</published><updated>2026-11-23T08:30:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص <i>مائل</i></p></div></content>
              </entry>
              <entry>
                <title>1 &lt; 2</title><id>urn:2</id>
                <content type="video/mp4" src="2.mp4"/>
                <media:group><media:description>Described</media:description></media:group>
              </entry>
            </feed>
            """;

    static final String ATOM_03 = """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <title>T</title>
              <entry><title>Un</title><id>urn:3</id><link rel="alternate" type="text/html" href="https://a.example/3"/>
                <issued>2026-11-20T10:00:00Z</issued><modified>2026-11-21T10:00:00Z</modified>
                <content type="text/html" mode="escaped">&lt;p&gt;Texte&lt;/p&gt;</content></entry>
            </feed>
            """;

    static final String JSON_FEED = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "ar", "items": [
              {"id": "1", "url": "/1", "title": "سرقة", "content_html": "<p>نص</p>", "date_published": "2026-11-24T10:00:00+01:00",
               "attachments": [{"url": "/1.mp4", "mime_type": "video/mp4", "size_in_bytes": 5}, {"url": "javascript:x"}, 7]},
              {"id": "2", "content_text": "a < b", "language": "fr", "_ext": {"deep": [[[1]]]}}
            ]}
            """;

    static final String MASTODON = """
            [{"id": "11", "uri": "https://m.example/users/a/statuses/11", "url": "https://m.example/@a/11", "language": "ar",
              "created_at": "2026-11-24T20:00:00.000Z", "content": "<p>شوفو <a href='#'>#كريساج</a></p>", "spoiler_text": "",
              "reblog": null, "account": {"acct": "a", "url": "https://m.example/@a"}, "media_attachments": [
                {"type": "gifv", "url": "https://files.example/1", "remote_url": null},
                {"type": "audio", "url": null, "remote_url": "https://far.example/2"},
                {"type": "unknown", "url": null, "remote_url": null}]}]
            """;

    private Feeds() {}

    static ParsedFeed read(String text) throws UnreadableFeedException {
        return read(text.getBytes(UTF_8), null);
    }

    static ParsedFeed read(byte[] bytes, @Nullable String contentType) throws UnreadableFeedException {
        return FeedReader.read(bytes, contentType, ADDRESS);
    }

    /** RSS 2.0 around items. */
    static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
    }
}
