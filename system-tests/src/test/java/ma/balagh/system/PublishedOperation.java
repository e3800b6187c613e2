package ma.balagh.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.platform.demo.SuiteClient.Target;

/**
 * One operation as a service publishes it, with what it takes.
 *
 * @param document the whole OpenAPI document
 * @param path with the places of ids, from the root
 */
record PublishedOperation(Target target, String method, String path, JsonNode operation, JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final int DEEPEST = 6;

    /**
     * A place where a client writes.
     *
     * @param name of a parameter, or the path of a property in the body
     */
    record Place(String name, JsonNode schema) {}

    static List<PublishedOperation> of(Target target, JsonNode document) {
        var found = new ArrayList<PublishedOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new PublishedOperation(
                                target,
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                document))
                        .forEach(found::add));
        return found;
    }

    List<Place> parameters(String in) {
        var found = new ArrayList<Place>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(in)) {
                found.add(new Place(parameter.path("name").asText(), resolved(parameter.path("schema"))));
            }
        });
        return found;
    }

    boolean takesJson() {
        return content().has("application/json");
    }

    boolean takesBytes() {
        return !content().isEmpty() && !takesJson();
    }

    /** The media types that it says it answers with, when all is well, without their parameters. */
    List<String> produces() {
        var types = new ArrayList<String>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response.getValue()
                        .path("content")
                        .properties()
                        .forEach(content -> types.add(content.getKey().split(";", 2)[0])));
        return types;
    }

    private JsonNode content() {
        return operation.path("requestBody").path("content");
    }

    private JsonNode bodySchema() {
        return resolved(content().path("application/json").path("schema"));
    }

    /** Each property of the body, those of objects and of lists' elements included. */
    List<Place> properties() {
        var found = new ArrayList<Place>();
        properties("", bodySchema(), found, 0);
        return found;
    }

    private void properties(String prefix, JsonNode schema, List<Place> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            var name = prefix + "/" + property.getKey();
            var one = resolved(property.getValue());
            found.add(new Place(name, one));
            properties(name, one, found, depth + 1);
            if (one.has("items")) {
                var element = resolved(one.path("items"));
                found.add(new Place(name + "/0", element));
                properties(name + "/0", element, found, depth + 1);
            }
        });
    }

    /** A body that is of the right shape, though it need not make sense. */
    JsonNode example(UnaryOperator<String> idOf) {
        return example("", bodySchema(), idOf, 0);
    }

    private JsonNode example(String name, JsonNode schema, UnaryOperator<String> idOf, int depth) {
        var nodes = JsonNodeFactory.instance;
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "string" -> nodes.textNode(text(name, schema, idOf));
            case "integer" ->
                nodes.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "number" -> nodes.numberNode(1.5);
            case "boolean" -> nodes.booleanNode(true);
            case "array" -> {
                var list = nodes.arrayNode();
                if (depth <= DEEPEST) {
                    list.add(example(name, resolved(schema.path("items")), idOf, depth + 1));
                }
                yield list;
            }
            default -> object(schema, idOf, depth);
        };
    }

    private ObjectNode object(JsonNode schema, UnaryOperator<String> idOf, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(
                            property.getKey(),
                            example(property.getKey(), resolved(property.getValue()), idOf, depth + 1)));
        }
        return object;
    }

    private static String text(String name, JsonNode schema, UnaryOperator<String> idOf) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> idOf.apply(name);
            case "date-time" -> Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            case "duration" -> "PT5M";
            default ->
                switch (name) {
                    case "jurisdiction" -> Hidden.TERRITORY;
                    case "url", "mediaUrls" -> "https://media.invalid/" + UUID.randomUUID();
                    case "language" -> "fr";
                    case "callSign" ->
                        "FUZZ-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
                    case "kind" -> "CAR";
                    default -> {
                        var words = "Un texte d'essai qui dit pourquoi";
                        var most = schema.path("maxLength").asInt(words.length());
                        yield words.substring(0, Math.min(most, words.length()));
                    }
                };
        };
    }

    String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** Where it is, with the id of one thing for each place. */
    String path(Map<String, String> places) {
        var filled = path;
        for (var place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    @Override
    public String toString() {
        return target + " " + method + " " + path;
    }
}
