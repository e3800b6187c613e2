package ma.balagh.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a document. A missing one is an empty place, not an error. */
record YamlNode(@Nullable Object value) {

    private static final YamlNode NOTHING = new YamlNode(null);

    YamlNode at(String... path) {
        Object here = value;
        for (String name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here == null ? NOTHING : here == value ? this : new YamlNode(here);
    }

    boolean exists() {
        return value != null;
    }

    boolean is(Object expected) {
        return expected.equals(value);
    }

    /** What a list there has. */
    List<YamlNode> items(String... path) {
        return at(path).value() instanceof List<?> list
                ? list.stream().<YamlNode>map(YamlNode::new).toList()
                : List.of();
    }

    Map<String, YamlNode> fields() {
        var fields = new LinkedHashMap<String, YamlNode>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, content) -> fields.put(String.valueOf(name), new YamlNode(content)));
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
