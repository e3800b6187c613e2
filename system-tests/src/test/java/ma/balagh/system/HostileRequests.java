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

    private static final String LONG = "a".repeat(6_000);
    private static final String QUOTES = "\"\\".repeat(2_500);

    private static final List<String> ACCEPTED = List.of(
            "garbage",
            "",
            ";",
            ",",
            "*/json",
            "text/html",
            "image/png;q=0.1",
            "application/json;q=abc",
            "application/json;charset",
            "text/html;level=\"1",
            "\u0001",
            "\u00ff/\u00ff",
            "*",
            "a/b,".repeat(1_500));

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "garbage",
            "",
            ";",
            "/",
            "application/xml",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;boundary=x",
            "application/json;charset=nonsense",
            "application/json;charset=\"",
            "application/json;a=" + LONG,
            "application/problem+json",
            "*/*",
            "\u00ff");

    private static final List<String> HEADERS = List.of(
            "X-Purpose",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Range",
            "Range",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Content-Disposition",
            "Content-Encoding",
            "Repr-Digest",
            "Upload-Metadata",
            "Upload-Length",
            "Upload-Offset",
            "Upload-Checksum",
            "Tus-Resumable",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "Cookie",
            "Origin",
            "Forwarded",
            "X-Forwarded-For",
            "traceparent",
            "Expect",
            "X-HTTP-Method-Override",
            "Authorization");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            "-",
            "\u0001",
            "a\u0000b",
            "a\u001bb",
            "a\u007fb",
            "\u00ff\u00fe",
            "\u00d8\u00b3\u00d8",
            LONG,
            QUOTES,
            "attachment; filename=\"" + QUOTES,
            "attachment; filename=\"" + LONG + "\"",
            ",".repeat(3_000),
            "bytes=" + " ".repeat(6_000),
            "bytes=0-0,".repeat(800),
            "9".repeat(40),
            "-1",
            "NaN",
            "1e999",
            "UTF-8''%zz",
            "UTF-8''%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8B",
            "--------",
            "W/\"",
            "*",
            "fr;q=abc, *;q=9",
            "sha-256=:" + "A".repeat(3_000) + ":",
            "reportId " + LONG,
            "filename " + "Y".repeat(6_000));

    private static final List<String> PARAMETERS = List.of(
            "",
            "-1",
            "0",
            "1e999",
            "NaN",
            "99999999999999999999",
            "1.5",
            "true",
            "null",
            "MA" + "-A".repeat(1_500),
            "a".repeat(3_000),
            "\u0000",
            "\u0001",
            "\ud83d\udea8",
            "'\"\\%_",
            "(((((",
            "{{",
            "PT1E9D",
            "-P1D",
            "P9999999999D",
            "+999999999-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000");

    private static final List<String> UNDECODABLE = List.of("%", "%zz", "%ff", "%ed%a0%80", "%c3%28", "%00");

    private static final List<String> PATH_PLACES = List.of(
            "no-id",
            "%00",
            "%0d%0aX:%20y",
            "%2e%2e%2f",
            "%ff",
            "a".repeat(2_000),
            "-1",
            "99999999999999999999",
            "%D8%B3%D8%B1%D9%82%D8%A9",
            ";a=b",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1");

    private static final List<String> JSON_VALUES = List.of(
            "null",
            "1e999",
            "-1e400",
            "NaN",
            "99999999999999999999",
            "1.5",
            "-1",
            "true",
            "\"\"",
            "\" \"",
            "\"-\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"a\\u0007b\"",
            "\"\\ud800\"",
            "\"\\u200b\\u115f\\u3164\\u2800\"",
            "[]",
            "{}",
            "[[[[[[]]]]]]",
            "[null]",
            "\"%s\"".formatted("MA" + "-A".repeat(50_000)),
            "\"%s\"".formatted("\\\"".repeat(20_000)),
            "\"%s\"".formatted("a".repeat(150_000)),
            "1".repeat(2_000),
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"text\"",
            "1",
            "{",
            "{\"a\":1,\"a\":2}",
            "{\"unknown\":1}",
            "{} {}",
            "\u0000",
            "[".repeat(100_000),
            "{\"a\":".repeat(30_000),
            "<a/>",
            "a=b&c=d",
            "{\"\":\"\"}",
            "{\"a\":\"" + "x".repeat(2_000_000));

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
        ACCEPTED.forEach(accept -> add("Accept", ordinary.with("Accept", accept), false));
        if (operation.takesJson()) {
            CONTENT_TYPES.forEach(type ->
                    add("Content-Type", ordinary.with("Content-Type", type), !type.startsWith("application/json;")));
            add("no Content-Type", ordinary.with("Content-Type", null), true);
        } else {
            CONTENT_TYPES.forEach(type -> add("Content-Type", ordinary.with("Content-Type", type), false));
        }
        for (var header : HEADERS) {
            for (var value : HEADER_VALUES) {
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
            PARAMETERS.forEach(value ->
                    add("?" + name, line(path + "?" + written + "=" + URLEncoder.encode(value, UTF_8)), false));
            UNDECODABLE.forEach(value -> add("?" + name, line(path + "?" + written + "=" + value), false));
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
            for (var value : PATH_PLACES) {
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
            BODIES.forEach(body -> add("body", ordinary.withBody(body.getBytes(UTF_8)), false));
            return;
        }
        BODIES.forEach(body -> add("body", ordinary.withBody(body.getBytes(UTF_8)), true));
        var example = operation.example(idOf);
        add("UTF-16", ordinary.withBody(example.toString().getBytes(UTF_16)), false);
        add("no UTF-8", ordinary.withBody("{\"a\":\"\u00ff\"}".getBytes(ISO_8859_1)), true);
        for (var property : operation.properties()) {
            JSON_VALUES.forEach(value -> add(property.name(), changed(example, property, value), false));
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
