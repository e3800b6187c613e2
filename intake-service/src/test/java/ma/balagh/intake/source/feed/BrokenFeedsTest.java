package ma.balagh.intake.source.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import ma.balagh.intake.source.feed.UnreadableFeedException.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BrokenFeedsTest {

    private static final String WHOLE = "<item><title>Un</title><guid>1</guid></item>";
    private static final String ARABIC = "سرقة هاتف بالعنف في الدار البيضاء";

    @Test
    void readsTextInWhateverEncodingItHas() throws UnreadableFeedException {
        String french = "Vol à l'arraché, très près du marché";
        assertTitle(ARABIC, "windows-1256", "windows-1256", null);
        assertTitle(ARABIC, "windows-1256", null, "text/xml; charset=\"windows-1256\"");
        assertTitle(ARABIC, "windows-1256", "windows-1256", "text/xml; charset=iso-8859-1");
        assertTitle(ARABIC, "windows-1256", "utf-8", "text/xml; charset=utf-8");
        assertTitle(ARABIC, "windows-1256", null, null);
        assertTitle(ARABIC, "ISO-8859-6", "iso-8859-6", null);
        assertTitle(ARABIC, "UTF-8", "windows-1256", "text/xml; charset=iso-8859-1");
        assertTitle(ARABIC, "UTF-8", "utf-16", null);
        assertTitle(ARABIC, "UTF-8", "no-such-thing", "text/xml; charset=;;;");
        assertTitle(ARABIC, "UTF-16", "utf-8", null);
        assertTitle(ARABIC, "UTF-16LE", "utf-16", "text/xml");
        assertTitle(ARABIC, "UTF-16BE", null, null);
        assertTitle(ARABIC, "UTF-32BE", null, null, new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
        assertTitle(ARABIC, "UTF-32LE", "utf-32", null);
        assertTitle(ARABIC, "UTF-32BE", null, null);
        assertTitle(ARABIC, "UTF-8", "windows-1252", null, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        assertTitle(french, "windows-1252", "utf-8", "application/rss+xml; charset=utf-8");
        assertTitle(french, "windows-1252", "ISO-8859-1", null);
        assertTitle(french, "UTF-8", null, "text/xml; charset=us-ascii");
    }

    @Test
    void readsOnPastAStrayByte() throws UnreadableFeedException {
        // Given
        byte[] bytes = Feeds.rss("<item><title>" + ARABIC + "!</title></item>").getBytes(UTF_8);
        bytes[new String(bytes, ISO_8859_1).indexOf('!')] = (byte) 0xE9;
        // Then
        assertThat(Feeds.read(bytes, null).items().getFirst().title()).isEqualTo(ARABIC + "\uFFFD");
    }

    @Test
    void readsWhatIsWrittenWrongly() throws UnreadableFeedException {
        Map<String, String> titles = Map.ofEntries(
                Map.entry("<item><title>A & B &copy=1 &</title></item>", "A & B &copy=1 &"),
                Map.entry("<item><title>caf&eacute;&nbsp;&hellip;</title></item>", "café …"),
                Map.entry("<item><title><![CDATA[a & b <i>c</i>]]></title></item>", "a & b c"),
                Map.entry("<item><title>&lt;b&gt;fort&lt;/b&gt; &amp;amp; faible</title></item>", "fort & faible"),
                Map.entry("<item><title>a\u0000b\u0008c\u001F</title></item>", "abc"),
                Map.entry("<item><title>x&#0;y&#x1F;z&#xFFFF;</title></item>", "xyz"),
                Map.entry("<item><title>Un<description>d</description></item>", "Und"),
                Map.entry("<item><TITLE>Un</Title></ITEM>", "Un"),
                Map.entry("<item><title>Un</title><media:content url=x.mp4 /></item>", "Un"),
                Map.entry("<item><title>Un</title><title>Deux</title></item>", "Un"),
                Map.entry("<item><title>Un</b></i></title></item>", "Un"),
                Map.entry("<item a='1' a='2' b c=><title>Un</title></item>", "Un"),
                Map.entry("<item><title>Un</title><enclosure/><link/><guid/><pubDate/></item>", "Un"),
                Map.entry(
                        "<item><title>Un</title><pubDate>gestern</pubDate><enclosure url='::::' length='x'/></item>",
                        "Un"),
                Map.entry(
                        "<item><title>Un</title><media:content url='http://[' fileSize='x' duration='y'/></item>",
                        "Un"));
        for (var title : titles.entrySet()) {
            List<FeedItem> items = Feeds.read(Feeds.rss(title.getKey())).items();
            assertThat(items).as(title.getKey()).extracting(FeedItem::title).containsExactly(title.getValue());
        }
    }

    @Test
    void readsMarkupThatNobodyEscaped() throws UnreadableFeedException {
        assertThat(Feeds.read(Feeds.rss("<item><description>a <p>b <b>c</b></p><br>d</description></item>"))
                        .items()
                        .getFirst()
                        .text())
                .isEqualTo("a b c d");
    }

    @Test
    void readsFeedsWithSomethingBeforeThem() throws UnreadableFeedException {
        for (String before : List.of(
                "  \n\t",
                "\uFEFF\uFEFF",
                "<br />\n<b>Warning</b>: Cannot modify header in x.php\n",
                "garbage ",
                "<!-- <item> -->",
                "<?xml-stylesheet href='x'?>",
                "\0\0",
                "<?xml version='1.0'?><?xml version='1.0'?>")) {
            assertThat(Feeds.read(before + Feeds.rss(WHOLE)).items()).as(before).hasSize(1);
        }
    }

    @Test
    void losesNoOtherItemThroughABrokenOne() throws UnreadableFeedException {
        for (String broken : List.of(
                "<item></item>",
                "<item><title></item>",
                "<item><title>x",
                "<item><description><![CDATA[x]]</description></item><!-- ]]> -->",
                "<item><x:y:z></item>",
                "<item><1></item>",
                "<item>" + "<a>".repeat(XmlDocumentReader.MAX_TAGS + 1) + "</item>")) {
            List<FeedItem> items = Feeds.read(Feeds.rss(WHOLE + broken + WHOLE.replace("1", "2")))
                    .items();
            assertThat(items).as(broken).extracting(FeedItem::identity).contains("1", "2");
        }
    }

    @Test
    void givesTheWholeItemsOfADocumentThatIsCut() throws UnreadableFeedException {
        // Given
        String whole = Feeds.rss(WHOLE + "<item><title>Deux</title><guid>22</guid></item>");
        int first = whole.indexOf("</item>") + 7;
        int second = whole.lastIndexOf("</item>") + 7;
        // Then
        for (int end = first; end < whole.length(); end++) {
            ParsedFeed feed = Feeds.read(whole.substring(0, end));
            assertThat(feed.items()).extracting(FeedItem::identity).isSubsetOf("1", "22");
            assertThat(feed.items()).hasSize(end < second ? 1 : 2);
            assertThat(feed.cut()).isEqualTo(!whole.substring(0, end).contains("</channel"));
        }
        assertThatThrownBy(() -> Feeds.read(whole.substring(0, first - 1)))
                .isInstanceOfSatisfying(
                        UnreadableFeedException.class,
                        cut -> assertThat(cut.trouble()).isEqualTo(Trouble.CUT));
    }

    @Test
    void countsItemsThatSayNothing() throws UnreadableFeedException {
        for (String feed :
                List.of(Feeds.rss("<item><author>a</author></item>"), "[{\"account\": {}}]", "{\"items\": [{}]}")) {
            assertThat(Feeds.read(feed).items()).isEmpty();
            assertThat(Feeds.read(feed).broken()).isEqualTo(1);
        }
    }

    @Test
    void readsWhatOlderFeedsWrote() throws UnreadableFeedException {
        assertThat(Feeds.read(Feeds.rss("<item><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p>b</body></item>"
                                + "<item><fullitem>a&lt;br>b</fullitem></item>"))
                        .items())
                .extracting(FeedItem::text)
                .containsExactly("a b", "a b");
        assertThat(Feeds.read(
                                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link>https://a.example/</link></entry></feed")
                        .items())
                .extracting(FeedItem::address)
                .containsExactly(URI.create("https://a.example/"));
    }

    @Test
    void givesTheItemsBeforeBrokenJson() throws UnreadableFeedException {
        // When
        ParsedFeed cut =
                Feeds.read("{\"items\": [{\"id\": \"1\"}, 5, null, [], {\"id\": {}, \"title\": \"t\"}, {\"id\": \"2");
        // Then
        assertThat(cut.items()).extracting(FeedItem::title).containsExactly("", "t");
        assertThat(cut.broken()).isEqualTo(3);
        assertThat(cut.cut()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithADocument() {
        Map<String, String> messages = Map.ofEntries(
                Map.entry("", "EMPTY: an empty document"),
                Map.entry(" \n\t ", "EMPTY: nothing but white space"),
                Map.entry("hello", "NO_FEED: neither XML nor JSON"),
                Map.entry("<svg/>", "NO_FEED: neither RSS nor Atom: the document begins with <svg>"),
                Map.entry(
                        "<!DOCTYPE html><html><head><title>Log in</title></head><body><p>x</body></html>",
                        "WEB_PAGE: a web page instead of a feed: \"Log in\""),
                Map.entry("<html><body><article><item>x</item></article>", "WEB_PAGE: a web page instead of a feed"),
                Map.entry("<rss><channel><title>x", "CUT: the feed ends before the end of its first item"),
                Map.entry("{\"a\": 1}", "NO_FEED: JSON, but neither a JSON Feed nor a timeline"),
                Map.entry(
                        "{\"error\": \"The access token is invalid\"}",
                        "NO_FEED: the source answers with an error: \"The access token is invalid\""),
                Map.entry(
                        "[{\"id\"\n: ]", "MALFORMED: broken JSON before the end of the first item at line 2, column 3"),
                Map.entry("[1, 2]", "NO_FEED: JSON, but neither a JSON Feed nor a timeline"));
        messages.forEach((document, message) -> assertThatThrownBy(() -> Feeds.read(document))
                .as(document)
                .isInstanceOfSatisfying(
                        UnreadableFeedException.class,
                        unreadable -> assertThat(unreadable.trouble() + ": " + unreadable.getMessage())
                                .isEqualTo(message)));
    }

    private static void assertTitle(String title, String charset, @Nullable String declared, @Nullable String header)
            throws UnreadableFeedException {
        assertTitle(title, charset, declared, header, new byte[0]);
    }

    private static void assertTitle(
            String title, String charset, @Nullable String declared, @Nullable String header, byte[] mark)
            throws UnreadableFeedException {
        // Given
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        String text = declaration + Feeds.rss("<item><title>" + title + "</title></item>");
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] bytes = new byte[mark.length + body.length];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        System.arraycopy(body, 0, bytes, mark.length, body.length);
        // Then
        assertThat(Feeds.read(bytes, header).items())
                .as("%s, declared %s, header %s", charset, declared, header)
                .extracting(FeedItem::title)
                .containsExactly(title);
    }
}
