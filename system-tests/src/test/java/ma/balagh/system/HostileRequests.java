package ma.balagh.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.system.PublishedOperation.Place;
import ma.balagh.system.RawHttp.Request;

/** Makes of one ordinary request of an operation many that have one fault each. */
final class HostileRequests {

    private static final Pattern UUID_TEXT = Pattern.compile("\"[0-9a-f-]{36}\"");

    /** What lasts if it is taken, and harms other tests: a version that there never was prevents it. */
    private static final Set<String> CONDITIONAL = Set.of("PUT", "DELETE", "PATCH");

    /**
     * One request and what must not come of it.
     *
     * @param fault in words
     * @param refused whether anything but a refusal is wrong
     */
    record Case(PublishedOperation operation, String fault, Request request, boolean refused) {}

    private final PublishedOperation operation;
    private final Map<String, String> places;
    private final UnaryOperator<String> idOf;
    private final Request ordinary;
    private final List<Case> cases = new ArrayList<>();

    private HostileRequests(
            PublishedOperation operation, Map<String, String> places, UnaryOperator<String> idOf, Request ordinary) {
        this.operation = operation;
        this.places = places;
        this.idOf = idOf;
        this.ordinary = ordinary;
    }

    /**
     * @param places ids for the places of the path
     * @param idOf an id for a field of the body
     */
    static List<Case> of(
            PublishedOperation operation, Map<String, String> places, UnaryOperator<String> idOf, Request ordinary) {
        var requests = new HostileRequests(
                operation,
                places,
                idOf,
                CONDITIONAL.contains(operation.method()) ? ordinary.with("If-Match", "\"never\"") : ordinary);
        requests.headers();
        requests.parameters();
        requests.places();
        requests.bodies();
        return requests.cases;
    }

    private void headers() {
        FaultyValues.ACCEPTED.forEach(accept -> add("Accept", ordinary.with("Accept", accept), false));
        if (operation.takesJson()) {
            FaultyValues.CONTENT_TYPES.forEach(type ->
                    add("Content-Type", ordinary.with("Content-Type", type), !type.startsWith("application/json;")));
            add("no Content-Type", ordinary.with("Content-Type", null), true);
        } else {
            FaultyValues.CONTENT_TYPES.forEach(type -> add("Content-Type", ordinary.with("Content-Type", type), false));
        }
        for (var header : FaultyValues.HEADERS) {
            for (var value : FaultyValues.HEADER_VALUES) {
                add(header, ordinary.with(header, value), false);
            }
        }
    }

    private void parameters() {
        var path = operation.path(places);
        var names = Stream.concat(
                        operation.parameters("query").stream().map(Place::name), Stream.of("unknown", "\u0001"))
                .toList();
        for (var name : names) {
            var written = URLEncoder.encode(name, UTF_8);
            FaultyValues.PARAMETERS.forEach(value ->
                    add("?" + name, line(path + "?" + written + "=" + URLEncoder.encode(value, UTF_8)), false));
            FaultyValues.UNDECODABLE.forEach(value -> add("?" + name, line(path + "?" + written + "=" + value), false));
            add("?" + name + " twice", line(path + "?" + written + "=a&" + written + "=b"), false);
        }
        for (var parameter : operation.parameters("query")) {
            var most = parameter.schema().path("maxLength").asInt(0);
            if (most > 0) {
                add(
                        parameter.name() + " too long",
                        line(path + "?" + parameter.name() + "=" + "9".repeat(most + 1)),
                        true);
            }
        }
    }

    private void places() {
        for (var place : places.keySet()) {
            for (var value : FaultyValues.PATH_PLACES) {
                var others = new HashMap<>(places);
                others.put(place, value);
                add("{" + place + "}", line(operation.path(others)), false);
            }
        }
    }

    private Request line(String path) {
        return ordinary.withLine(operation.method() + " " + path);
    }

    private void bodies() {
        if (!operation.takesJson()) {
            FaultyValues.BODIES.forEach(body -> add("body", ordinary.withBody(body.getBytes(UTF_8)), false));
            return;
        }
        FaultyValues.BODIES.forEach(body -> add("body", ordinary.withBody(body.getBytes(UTF_8)), true));
        var example = operation.example(idOf);
        add("UTF-16", ordinary.withBody(example.toString().getBytes(UTF_16)), false);
        add("no UTF-8", ordinary.withBody("{\"a\":\"\u00ff\"}".getBytes(ISO_8859_1)), true);
        for (var property : operation.properties()) {
            FaultyValues.JSON_VALUES.forEach(value -> add(property.name(), changed(example, property, value), false));
            var most = property.schema().path("maxLength").asInt(0);
            if (most > 0) {
                add(
                        property.name() + " too long",
                        changed(example, property, "\"" + "a".repeat(most + 1) + "\""),
                        true);
            }
            var items = property.schema().path("maxItems").asInt(0);
            if (items > 0) {
                add(
                        property.name() + " too many",
                        changed(example, property, many(example, property, items + 1)),
                        true);
            }
        }
    }

    private static String many(JsonNode example, Place list, int count) {
        var element = example.at(list.name() + "/0").toString();
        return IntStream.range(0, count)
                .mapToObj(number -> UUID_TEXT.matcher(element).matches()
                        ? "\"" + new UUID(count, number) + "\""
                        : element.isEmpty() ? "null" : element)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The example with other JSON, or what is none, in one place. */
    private Request changed(JsonNode example, Place property, String json) {
        var marker = "\u2042here\u2042";
        var copy = example.deepCopy();
        var pointer = JsonPointer.compile(property.name());
        switch (copy.at(pointer.head())) {
            case ObjectNode object -> object.put(pointer.last().getMatchingProperty(), marker);
            case ArrayNode list when !list.isEmpty() -> list.set(0, marker);
            default -> {
                // The example has nothing there.
            }
        }
        return ordinary.withBody(
                copy.toString().replace("\"" + marker + "\"", json).getBytes(UTF_8));
    }

    private void add(String fault, Request request, boolean refused) {
        cases.add(new Case(operation, fault, request, refused));
    }
}
