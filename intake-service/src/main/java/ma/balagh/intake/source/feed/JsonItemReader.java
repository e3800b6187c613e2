package ma.balagh.intake.source.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Items of JSON Feed (jsonfeed.org, version 1.1) and statuses of Mastodon (docs.joinmastodon.org, entity Status). */
final class JsonItemReader {

    /** What {@link #ofFeed} and {@link #ofStatus} look at. */
    static final Set<String> NAMES = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "language",
            "date_published",
            "date_modified",
            "attachments",
            "mime_type",
            "uri",
            "content",
            "spoiler_text",
            "created_at",
            "reblog",
            "media_attachments",
            "remote_url",
            "type");

    private JsonItemReader() {}

    static @Nullable Instant date(JsonNode item) {
        return Stream.of("date_published", "created_at", "date_modified")
                .flatMap(name -> FeedDateParser.of(text(item, name)).stream())
                .findFirst()
                .orElse(null);
    }

    /** @param feedLanguage of the feed as a whole */
    static FeedItem ofFeed(JsonNode item, URI base, @Nullable String feedLanguage) {
        String plain = PlainTextConverter.tidied(text(item, "content_text"), PlainTextConverter.MAX_TEXT);
        String text = Stream.of(
                        plain,
                        PlainTextConverter.ofMarkup(text(item, "content_html"), PlainTextConverter.MAX_TEXT),
                        PlainTextConverter.tidied(text(item, "summary"), PlainTextConverter.MAX_TEXT))
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse("");
        String language = PlainTextConverter.language(text(item, "language"));
        return new FeedItem(
                text(item, "id"),
                address(item, base, "url", "external_url"),
                PlainTextConverter.ofMarkup(text(item, "title"), PlainTextConverter.MAX_TITLE),
                text,
                language == null ? feedLanguage : language,
                date(item),
                elements(item.path("attachments"))
                        .flatMap(medium ->
                                FeedMedium.of(text(medium, "url"), base, null, text(medium, "mime_type")).stream())
                        .toList());
    }

    /** A status that repeats another stands for it. */
    static FeedItem ofStatus(JsonNode told, URI base) {
        JsonNode status = told.path("reblog").isObject() ? told.path("reblog") : told;
        String uri = text(status, "uri");
        return new FeedItem(
                uri == null ? text(status, "id") : uri,
                address(status, base, "url", "uri"),
                PlainTextConverter.ofMarkup(text(status, "spoiler_text"), PlainTextConverter.MAX_TITLE),
                PlainTextConverter.ofMarkup(text(status, "content"), PlainTextConverter.MAX_TEXT),
                PlainTextConverter.language(text(status, "language")),
                date(status),
                elements(status.path("media_attachments"))
                        .flatMap(medium -> attachment(medium, base).stream())
                        .toList());
    }

    /** The copy of the server that was asked, or that of the author's server where there is none yet. */
    private static Optional<FeedMedium> attachment(JsonNode medium, URI base) {
        String type = text(medium, "type");
        return FeedMedium.of(text(medium, "url"), base, type, null)
                .or(() -> FeedMedium.of(text(medium, "remote_url"), base, type, null));
    }

    private static @Nullable URI address(JsonNode item, URI base, String... names) {
        return Stream.of(names)
                .flatMap(name -> WebAddressParser.of(text(item, name), base).stream())
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isObject);
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.textValue() : null;
    }
}
