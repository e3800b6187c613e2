package ma.balagh.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageReaderTest {

    private static final URI PAGE = URI.create("https://press.example.ma/2026/11/casa.html");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='og:video' content='https://v.example/a.mp4'>",
                "<meta name='og:video' content='https://v.example/a.mp4'>",
                "<meta property='og:video:url' content='https://v.example/a.mp4'>",
                "<meta property='og:video:secure_url' content='https://v.example/a.mp4'>",
                "<meta property='og:audio' content='//v.example/a.mp4'>",
                "<meta name='twitter:player:stream' content='https://v.example/a.mp4'>",
                "<meta property='twitter:player:stream' value='https://v.example/a.mp4'>",
                "<video src='https://v.example/a.mp4'></video>",
                "<video data-src=' https://v.example/a.mp4 '></video>",
                "<video><source src='https://v.example/a.mp4' type='video/mp4'></video>",
                "<audio controls><source src='https://v.example/a.mp4'></audio>",
                "<amp-video width=1 height=1 src='https://v.example/a.mp4'></amp-video>",
                "<link rel='video_src' href='https://v.example/a.mp4'>",
                "<object data='https://v.example/a.mp4' type='video/mp4'></object>",
                "<base href='https://v.example/x/'><video src='../a.mp4'></video>",
                "<div itemscope itemtype='https://schema.org/VideoObject'>"
                        + "<meta itemprop='contentUrl' content='https://v.example/a.mp4'></div>",
                "<div itemscope itemtype='http://schema.org/VideoObject'>"
                        + "<a itemprop='contentUrl' href='https://v.example/a.mp4'>film</a></div>",
                "<script type='application/ld+json'>{'@type':'VideoObject','contentUrl':'https://v.example/a.mp4'}</script>",
                "<script type='application/ld+json; charset=utf-8'>[{'@type':['Thing','http://schema.org/VideoObject'],"
                        + "'contentUrl':['https://v.example/a.mp4']}]</script>",
                "<script type='application/ld+json'>{'@context':'https://schema.org','@graph':[{'@type':'WebPage'},"
                        + "{'@type':'NewsArticle','video':[{'@type':'VideoObject',"
                        + "'contentUrl':{'@id':'https://v.example/a.mp4'}}]}]}</script>",
                "<script type='application/ld+json'>//<![CDATA[\n{'@type':'VideoObject',"
                        + "'contentUrl':'https://v.example/a.mp4',}\n//]]></script>",
                "<script type='application/ld+json'><!-- {'@type':'AudioObject',\t'description':'a\tb',"
                        + "'contentUrl':'https:\\/\\/v.example\\/a.mp4'} --></script>"
            })
    void findsARecording(String html) {
        assertThat(read(html.replace('\'', '"')).findings()).containsExactly(medium("https://v.example/a.mp4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta property='og:video' content='https://p.example/e/1'>"
                        + "<meta property='og:video:type' content='text/html'> | https://p.example/e/1 | PLAYER",
                "<meta property='og:video' content='https://www.youtube.com/embed/1'> | https://www.youtube.com/embed/1 | PLAYER",
                "<meta name='twitter:player' content='https://p.example/e/1'> | https://p.example/e/1 | PLAYER",
                "<iframe src='https://www.youtube-nocookie.com/embed/1'></iframe> | https://www.youtube-nocookie.com/embed/1 | PLAYER",
                "<iframe data-src='//www.facebook.com/plugins/video.php?href=x'></iframe>"
                        + " | https://www.facebook.com/plugins/video.php?href=x | PLAYER",
                "<iframe src='https://www.dailymotion.com/embed/video/x1'></iframe> | https://www.dailymotion.com/embed/video/x1 | PLAYER",
                "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@a/video/1'></blockquote>"
                        + " | https://www.tiktok.com/@a/video/1 | PLAYER",
                "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/reel/1/'></blockquote>"
                        + " | https://www.instagram.com/reel/1/ | PLAYER",
                "<blockquote class='twitter-tweet'><a href='https://t.co/1'>x</a><a href='https://twitter.com/a/status/1'>d</a></blockquote>"
                        + " | https://twitter.com/a/status/1 | PLAYER",
                "<div class='fb-video' data-href='https://www.facebook.com/a/videos/1'></div> | https://www.facebook.com/a/videos/1 | PLAYER",
                "<amp-youtube data-videoid='abc'></amp-youtube> | https://www.youtube.com/watch?v=abc | PLAYER",
                "<script type='application/ld+json'>{'@type':'VideoObject','embedUrl':'https://p.example/e/1'}</script>"
                        + " | https://p.example/e/1 | PLAYER",
                "<embed src='https://vimeo.com/1'> | https://vimeo.com/1 | PLAYER",
                "<video src='blob:https://press.example.ma/1'></video> | https://press.example.ma/2026/11/casa.html | PLAYER",
                "<video id='js-player'></video> | https://press.example.ma/2026/11/casa.html | PLAYER",
                "<video src='https://v.example/a.m3u8?x=1'></video> | https://v.example/a.m3u8?x=1 | PLAYLIST",
                "<video><source src='/live' type='application/x-mpegURL'></video> | https://press.example.ma/live | PLAYLIST",
                "<video><source src='/live' type='application/dash+xml'></video> | https://press.example.ma/live | PLAYLIST",
            })
    void tellsWhatOnlyAPlayerShows(String html, String address, PageFinding.Kind kind) {
        assertThat(read(html.replace('\'', '"')).findings().getFirst())
                .isEqualTo(new PageFinding(URI.create(address), kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Aucune vidéo",
                "<meta property='og:image' content='https://v.example/a.jpg'><img src='b.jpg'>",
                "<iframe src='https://maps.example/embed'></iframe>",
                "<meta property='og:video' content='javascript:alert(1)'>",
                "<meta property='og:video' content='data:video/mp4;base64,AAAA'>",
                "<link rel='video_src' href='file:///etc/passwd'>",
                "<div itemscope itemtype='https://schema.org/ImageObject'><meta itemprop='contentUrl' content='/a.jpg'></div>",
                "<script type='application/ld+json'>{'@type':'VideoObject','contentUrl':</script>",
                "<script type='application/ld+json'>}{</script><script type='application/ld+json'>null</script>",
                "<script>var v = {'@type':'VideoObject','contentUrl':'https://v.example/a.mp4'}</script>",
                "<!-- <video src='https://v.example/a.mp4'></video> -->"
            })
    void findsNothingWhereNothingIsShown(String html) {
        assertThat(read(html.replace('\'', '"')).findings()).isEmpty();
    }

    @Test
    void namesEachRecordingOnceInTheOrderOfImportance() {
        // Given
        String html = """
                <meta property="og:video" content="http://www.v.example/film.mp4?utm_source=x">
                <meta property="og:video:secure_url" content="https://v.example/film.mp4">
                <meta property="og:video:type" content="video/mp4">
                <meta property="og:video" content="https://www.youtube.com/embed/1">
                <meta property="og:video:type" content="text/html">
                <meta name="twitter:player" content="https://www.youtube.com/embed/1">
                <script type="application/ld+json">{"@type": "VideoObject", "contentUrl": "https://v.example/best.mp4",
                  "embedUrl": "https://press.example.ma/player/1"}</script>
                <video><source src="film.m3u8"><source src="https://v.example/film.mp4"><source src="low.webm"></video>
                <iframe src="https://www.youtube.com/embed/other"></iframe>
                """;
        // When
        PageContents reading = read(html);
        // Then what stands in for a file is not needed, and what shows another recording is
        assertThat(reading.findings())
                .containsExactly(
                        medium("https://v.example/best.mp4"),
                        medium("http://www.v.example/film.mp4?utm_source=x"),
                        medium("https://press.example.ma/2026/11/low.webm"),
                        new PageFinding(URI.create("https://www.youtube.com/embed/other"), PageFinding.Kind.PLAYER));
    }

    @Test
    void tellsHowMuchItLeavesOut() {
        // Given
        var html = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            html.append("<video src='/").append(i).append(".mp4'></video>");
        }
        html.append("<video src='/").append("a".repeat(5_000)).append(".mp4'></video>");
        // When
        PageContents reading = read(html.toString());
        // Then
        assertThat(reading.findings()).hasSize(10);
        assertThat(reading.leftOut()).isEqualTo(6);
    }

    @Test
    void keepsNoPasswords() {
        assertThat(read("<video src='https://user:secret@v.example/a.mp4'></video>")
                        .findings())
                .containsExactly(medium("https://v.example/a.mp4"));
    }

    @Test
    void takesThePagesOwnAddressForItsPlayer() {
        assertThat(read("<meta property='og:video' content='http://press.example.ma/2026/11/casa.html#v'>")
                        .findings())
                .containsExactly(new PageFinding(PAGE, PageFinding.Kind.PLAYER));
    }

    @Test
    void readsEncodingsFromHeaderMetaAndMark() {
        // Given
        String html = "<video src='/فيديو.mp4'></video>";
        String address = "https://press.example.ma/%D9%81%D9%8A%D8%AF%D9%8A%D9%88.mp4";
        Charset arabic = Charset.forName("windows-1256");
        // Then
        assertThat(read(html.getBytes(arabic), "text/html; charset=windows-1256"))
                .containsExactly(medium(address));
        assertThat(read(("<meta charset=windows-1256>" + html).getBytes(arabic), "text/html"))
                .containsExactly(medium(address));
        assertThat(read(("\uFEFF" + html).getBytes(UTF_8), "text/html; charset=iso-8859-1"))
                .containsExactly(medium(address));
        assertThat(read(html.getBytes(UTF_8), "text/html; charset=klingon")).containsExactly(medium(address));
        assertThat(read(html.getBytes(UTF_8), null)).containsExactly(medium(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><a>",
                "<video><source src=a.mp4>",
                "<table><tr><td>",
                "<script type=application/ld+json>{\"a\":[",
                "<meta property=og:video content=/a>",
                "<svg><math>",
                "&amp",
                "<!--",
                "[[[[",
                "<p title='"
            })
    void readsHostilePagesInBoundedTime(String piece) {
        // Given
        byte[] html = piece.repeat((1 << 18) / piece.length()).getBytes(UTF_8);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        // When
        PageContents reading = PageReader.read(html, "text/html", PAGE, 10);
        // Then
        assertThat(reading.findings()).hasSizeLessThanOrEqualTo(10);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void readsJsonThatIsDeepOrBrokenAsNothing() {
        // Given
        String deep = "{'@type':'VideoObject','x':".repeat(5_000) + "1" + "}".repeat(5_000);
        // Then
        assertThat(read("<script type='application/ld+json'>" + deep.replace('\'', '"') + "</script>")
                        .findings())
                .isEmpty();
    }

    private static PageFinding medium(String address) {
        return new PageFinding(URI.create(address), PageFinding.Kind.MEDIUM);
    }

    private static PageContents read(String html) {
        return PageReader.read(html.getBytes(UTF_8), "text/html; charset=utf-8", PAGE, 10);
    }

    private static List<PageFinding> read(byte[] html, @Nullable String contentType) {
        return PageReader.read(html, contentType, PAGE, 10).findings();
    }
}
