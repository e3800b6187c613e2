package ma.balagh.intake.source.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.balagh.intake.source.feed.UnreadableFeedException.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Feed and timelines of Mastodon, item by item. Nothing tells where the next item begins once JSON is broken:
 * then the items before that place are given. An item whose members are of wrong kinds costs no other.
 */
final class JsonFeedReader {

    private static final Set<String> ERROR_NAMES = Set.of("error", "error_description", "message");

    private final String text;
    private final URI address;
    private final NewestItemCollector<JsonNode> nodes;
    private FeedKind kind = FeedKind.MASTODON;
    private @Nullable String language;
    private @Nullable String refusal;
    private boolean seenItems;
    private @Nullable JsonProcessingException cut;

    JsonFeedReader(String text, URI address, int maxItems) {
        this.text = text;
        this.address = address;
        this.nodes = new NewestItemCollector<>(maxItems);
    }

    ParsedFeed read() throws UnreadableFeedException {
        try (JsonParser parser = PrunedJsonReader.parser(text)) {
            parse(parser);
        } catch (JsonProcessingException broken) {
            cut = broken;
        } catch (IOException impossible) {
            throw new UnreadableFeedException(Trouble.MALFORMED, "the JSON cannot be read", impossible);
        }
        List<FeedItem> items = new ArrayList<>();
        List<JsonNode> found = nodes.inOrder();
        for (JsonNode node : found) {
            FeedItem item = kind == FeedKind.MASTODON
                    ? JsonItemReader.ofStatus(node, address)
                    : JsonItemReader.ofFeed(node, address, language);
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            refuse(found);
        }
        return new ParsedFeed(kind, items, found.size() - items.size(), cut != null);
    }

    private void refuse(List<JsonNode> found) throws UnreadableFeedException {
        if (cut != null) {
            JsonLocation place = cut.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new UnreadableFeedException(
                    Trouble.MALFORMED, "broken JSON before the end of the first item" + where, cut);
        }
        if (!seenItems || found.stream().noneMatch(JsonNode::isObject) && !found.isEmpty()) {
            throw new UnreadableFeedException(
                    Trouble.NO_FEED,
                    refusal == null
                            ? "JSON, but neither a JSON Feed nor a timeline"
                            : "the source answers with an error: \"" + refusal + "\"");
        }
    }

    private void parse(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            items(parser);
        } else if (first == JsonToken.START_OBJECT) {
            kind = FeedKind.JSON_FEED;
            members(parser);
        }
    }

    private void members(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items(parser);
            } else if (name.equals("language") && value == JsonToken.VALUE_STRING) {
                language = PlainTextConverter.language(parser.getText());
            } else if (ERROR_NAMES.contains(name) && value == JsonToken.VALUE_STRING) {
                refusal = PlainTextConverter.tidied(parser.getText(), 100);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void items(JsonParser parser) throws IOException {
        seenItems = true;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            JsonNode item = PrunedJsonReader.read(parser, JsonItemReader.NAMES);
            nodes.add(JsonItemReader.date(item), item);
        }
    }
}
