package ma.balagh.intake.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The recordings that a block of JSON-LD describes with the words of schema.org, wherever in it they stand: in graphs, in
 * arrays, as the video of an article. Contexts are not resolved: what search engines read is written plainly.
 */
final class JsonLdReader {

    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[");

    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 100;
    private static final Set<String> RECORDINGS = Set.of("VideoObject", "AudioObject");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /**
     * One recording.
     *
     * @param contents addresses of its file
     * @param players addresses of pages that play it
     * @param type as told, perhaps empty
     */
    record Recording(List<String> contents, List<String> players, String type) {}

    private JsonLdReader() {}

    /** @return nothing for what is no JSON */
    static List<Recording> recordings(String script) {
        try {
            return script.length() > LONGEST ? List.of() : recordings(JSON.readTree(unwrapped(script)));
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
    }

    /** Some wrap it into comments or CDATA, as scripts once were. */
    private static String unwrapped(String script) {
        String bare = CDATA.matcher(script).replaceFirst("");
        int begin = bare.indexOf('{');
        boolean list = begin >= 0 && bare.substring(0, begin).strip().endsWith("[");
        int end = bare.lastIndexOf('}');
        return begin < 0 || end < begin ? "" : (list ? "[" : "") + bare.substring(begin, end + 1) + (list ? "]" : "");
    }

    private static List<Recording> recordings(JsonNode root) {
        var recordings = new ArrayList<Recording>();
        var open = new ArrayDeque<JsonNode>();
        open.add(root);
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            if (texts(node.path("@type")).map(JsonLdReader::word).anyMatch(RECORDINGS::contains)) {
                recordings.add(new Recording(
                        addresses(node.path("contentUrl")),
                        addresses(node.path("embedUrl")),
                        node.path("encodingFormat").asText("")));
            }
            node.forEach(open::add);
        }
        return recordings;
    }

    private static List<String> addresses(JsonNode value) {
        return texts(value).toList();
    }

    /** A text, several, or things that have one as their id or address. */
    private static Stream<String> texts(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .filter(each -> !each.isArray())
                    .flatMap(JsonLdReader::texts);
        }
        if (value.isObject()) {
            return Stream.of("@id", "url", "@value")
                    .map(value::path)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }
        return value.isTextual() ? Stream.of(value.asText()) : Stream.empty();
    }

    /** {@code VideoObject} for {@code https://schema.org/VideoObject} and {@code schema:VideoObject}. */
    private static String word(String type) {
        return type.substring(
                1 + Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('#'))));
    }
}
