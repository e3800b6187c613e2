package ma.balagh.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a document. What is not there is a place, too, with nothing in it. */
record Node(@Nullable Object value) {

    private static final Node NOTHING = new Node(null);

    Node at(String... path) {
        Object here = value;
        for (String name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here == null ? NOTHING : here == value ? this : new Node(here);
    }

    boolean exists() {
        return value != null;
    }

    boolean is(Object expected) {
        return expected.equals(value);
    }

    /** What a list there has. */
    List<Node> items(String... path) {
        return at(path).value() instanceof List<?> list
                ? list.stream().<Node>map(Node::new).toList()
                : List.of();
    }

    Map<String, Node> fields() {
        var fields = new LinkedHashMap<String, Node>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, content) -> fields.put(String.valueOf(name), new Node(content)));
        }
        return fields;
    }

    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields().forEach((name, content) -> texts.put(name, content.text()));
        return texts;
    }

    /** The empty string where nothing is. */
    String text(String... path) {
        var there = at(path).value();
        return there == null ? "" : String.valueOf(there);
    }

    /** The nearest one that there is for a number that is too long. */
    int number(int otherwise) {
        return value instanceof Number number ? (int) number.doubleValue() : otherwise;
    }
}
