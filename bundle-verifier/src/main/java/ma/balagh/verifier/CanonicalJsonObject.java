package ma.balagh.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object of JSON in its canonical form (RFC 8785), with strings, whole numbers, truth values, objects and lists. */
final class CanonicalJsonObject {

    private static final int DEEPEST = 8;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(20)
                    .maxNameLength(1 << 10)
                    .build())
            .build();

    private final FindingLocation place;
    private final Map<String, Object> members;

    private CanonicalJsonObject(FindingLocation place, Map<String, Object> members) {
        this.place = place;
        this.members = members;
    }

    /** An object without members. */
    static CanonicalJsonObject empty() {
        return new CanonicalJsonObject(FindingLocation.WHOLE, Map.of());
    }

    /**
     * Reads an entry.
     *
     * @param offset of its content in the file
     * @throws MalformedBundleException when it is no such object, or is written in another form than the canonical one
     */
    static CanonicalJsonObject read(String entry, long offset, byte[] bytes) {
        CanonicalJsonObject json = parsed(entry, offset, bytes);
        byte[] canonical = json.canonical();
        int difference = Arrays.mismatch(canonical, bytes);
        if (difference >= 0) {
            throw new MalformedBundleException(
                    FindingLocation.offset(entry, offset + difference), "it is not written in the canonical form");
        }
        return json;
    }

    private static CanonicalJsonObject parsed(String entry, long offset, byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedBundleException(FindingLocation.entry(entry), "it is no object of JSON");
            }
            return new CanonicalJsonObject(FindingLocation.entry(entry), object(parser, entry));
        } catch (StreamReadException e) {
            long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new MalformedBundleException(FindingLocation.offset(entry, offset + at), "it is no JSON");
        } catch (IOException e) {
            throw new MalformedBundleException(FindingLocation.entry(entry), "it is no JSON in UTF-8");
        }
    }

    String text(String name) {
        return member(name, String.class);
    }

    long number(String name) {
        return member(name, Long.class);
    }

    int small(String name) {
        long value = number(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedBundleException(place, name + " is out of range");
        }
        return (int) value;
    }

    CanonicalJsonObject object(String name) {
        return asObject(members.get(name), name);
    }

    List<CanonicalJsonObject> objects(String name) {
        var objects = new ArrayList<CanonicalJsonObject>();
        for (Object each : member(name, List.class)) {
            objects.add(asObject(each, name));
        }
        return objects;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Object each : member(name, List.class)) {
            if (!(each instanceof String text)) {
                throw new MalformedBundleException(place, name + " is no list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** A string that may be absent. */
    String textOr(String name, String otherwise) {
        return members.containsKey(name) ? text(name) : otherwise;
    }

    /** Refuses a document of another format or version. */
    void requireFormat(String format) {
        if (!text("format").equals(format)) {
            throw new MalformedBundleException(place, "its format is not " + format);
        }
    }

    /** Refuses members that the format does not have. */
    void requireMembers(String... names) {
        if (!members.keySet().equals(Set.of(names))) {
            throw new MalformedBundleException(place, "it has other members than its format");
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    byte[] canonical() {
        var out = new StringBuilder();
        write(members, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes an object of the given members in the canonical form. */
    static byte[] canonical(Map<String, Object> members) {
        return new CanonicalJsonObject(FindingLocation.WHOLE, members).canonical();
    }

    /** For an object that is made of parts of this one. */
    Map<String, Object> members() {
        return new LinkedHashMap<>(members);
    }

    private <T> T member(String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new MalformedBundleException(place, "its " + name + " is missing or of another kind");
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked") // Made by object() alone.
    private CanonicalJsonObject asObject(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return new CanonicalJsonObject(place, (Map<String, Object>) map);
        }
        throw new MalformedBundleException(place, "its " + name + " is missing or no object");
    }

    private static Map<String, Object> object(JsonParser parser, String entry) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser, entry));
        }
        return object;
    }

    private static Object value(JsonParser parser, String entry) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, entry);
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser, entry));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw new MalformedBundleException(
                        FindingLocation.entry(entry), "it has a value of a kind that no bundle has");
        };
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> object -> {
                out.append('{');
                // By code units of UTF-16, as RFC 8785 wants it and String compares.
                String separator = "";
                for (Map.Entry<?, ?> member : new TreeMap<Object, Object>(object).entrySet()) {
                    out.append(separator);
                    separator = ",";
                    string(String.valueOf(member.getKey()), out);
                    out.append(':');
                    write(member.getValue(), out);
                }
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case String text -> string(text, out);
            default -> out.append(value);
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < 0x20) {
                        out.append(String.format("\\u%04x", (int) unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }
}
