package ma.balagh.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds in an OpenAPI document what a client may send without a bound. */
public final class OpenApiBoundsCheck {

    /** Formats whose values have a length of their own. */
    private static final Set<String> OF_FIXED_LENGTH = Set.of("uuid", "date", "date-time", "duration", "binary");

    private final JsonNode document;
    private final Set<String> seen = new HashSet<>();
    private final List<String> unbounded = new ArrayList<>();

    private OpenApiBoundsCheck(JsonNode document) {
        this.document = document;
    }

    /**
     * Strings without {@code maxLength} and lists without {@code maxItems}, by their place in the document.
     *
     * @param document as JSON
     */
    public static List<String> unbounded(String document) throws IOException {
        var search = new OpenApiBoundsCheck(new ObjectMapper().readTree(document));
        search.document
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                search.operation(operation.getKey() + " " + path.getKey(), operation.getValue())));
        return search.unbounded;
    }

    private void operation(String name, JsonNode operation) {
        operation
                .path("parameters")
                .forEach(parameter -> schema(name + " " + parameter.path("name").asText(), parameter.path("schema")));
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(content ->
                        schema(name + " " + content.getKey(), content.getValue().path("schema")));
    }

    private void schema(String place, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            if (seen.add(reference)) {
                schema(
                        reference.substring(reference.lastIndexOf('/') + 1),
                        document.at(reference.substring(reference.indexOf('#') + 1)));
            }
            return;
        }
        if (is("string", schema) && !isBoundedText(schema)) {
            unbounded.add(place);
        }
        if (is("array", schema)) {
            if (!schema.has("maxItems")) {
                unbounded.add(place);
            }
            schema(place + "[]", schema.path("items"));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> schema(place + "." + property.getKey(), property.getValue()));
        if (schema.path("additionalProperties").isObject()) {
            schema(place + ".*", schema.path("additionalProperties"));
        }
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(several).forEach(one -> schema(place, one));
        }
    }

    private static boolean isBoundedText(JsonNode schema) {
        return schema.has("maxLength")
                || schema.has("enum")
                || schema.has("const")
                || OF_FIXED_LENGTH.contains(schema.path("format").asText());
    }

    /** In OpenAPI 3.1 a type may be a list of types. */
    private static boolean is(String type, JsonNode schema) {
        JsonNode types = schema.path("type");
        if (types.isArray()) {
            for (JsonNode one : types) {
                if (one.asText().equals(type)) {
                    return true;
                }
            }
        }
        return types.asText().equals(type);
    }
}
