package ma.balagh.intake.source.poll;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Documents that publishers publish. */
final class Feeds {

    /** What makes an article one that nobody has seen yet. */
    record Article(String id, String url, String title, String text) {

        static Article fresh() {
            String id = UUID.randomUUID().toString();
            return new Article(
                    id,
                    "https://news.example.org/articles/" + id,
                    "سرقة بالخطف في الدار البيضاء " + id,
                    "كريساج: شخصان على متن دراجة نارية انتزعا حقيبة سيدة تحت التهديد بالسلاح الأبيض، والفيديو منتشر "
                            + id);
        }

        Article at(String otherUrl) {
            return new Article(UUID.randomUUID().toString(), otherUrl, title, text);
        }
    }

    private Feeds() {}

    static String rss(List<Article> articles) {
        return articles.stream()
                .map(article ->
                        """
                        <item><guid isPermaLink="false">%s</guid><link>%s</link><title>%s</title>
                          <description>%s</description><pubDate>Wed, 25 Nov 2026 10:00:00 GMT</pubDate>
                          <enclosure url="https://media.example.org/%s.mp4" type="video/mp4" length="1000"/></item>
                        """.formatted(article.id(), article.url(), article.title(), article.text(), article.id()))
                .collect(Collectors.joining(
                        "", "<rss version=\"2.0\"><channel><title>News</title>", "</channel></rss>"));
    }

    static String rss(Article... articles) {
        return rss(List.of(articles));
    }

    /** A page of a Mastodon timeline. */
    static String timeline(List<Article> articles) {
        return articles.stream()
                .map(article -> """
                        {"id": "1", "uri": "%s", "url": "%s", "created_at": "2026-11-25T10:00:00.000Z",
                         "content": "<p>%s</p>", "media_attachments":
                         [{"type": "image", "url": "https://media.example.org/%s.jpg"}]}
                        """.formatted(article.url(), article.url(), article.text(), article.id()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
