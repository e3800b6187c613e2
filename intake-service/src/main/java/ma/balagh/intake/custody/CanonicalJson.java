package ma.balagh.intake.custody;

import java.util.SortedMap;

/**
 * An object in the JSON Canonicalization Scheme (RFC 8785), as far as custody entries need it: strings, whole numbers
 * and one level of objects of strings. Members have to come in the order of their names.
 */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder("{");
    private String lastName = "";

    void member(String name, String value) {
        name(name);
        string(value);
    }

    void member(String name, int value) {
        name(name);
        out.append(value);
    }

    void member(String name, SortedMap<String, String> values) {
        name(name);
        var inner = new CanonicalJson();
        values.forEach(inner::member);
        out.append(inner.end());
    }

    String end() {
        return out.append('}').toString();
    }

    private void name(String name) {
        if (name.compareTo(lastName) <= 0) {
            throw new IllegalStateException("RFC 8785 wants " + name + " before " + lastName);
        }
        if (out.length() > 1) {
            out.append(',');
        }
        lastName = name;
        string(name);
        out.append(':');
    }

    private void string(String value) {
        out.append('"');
        value.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> character(unit);
            }
        });
        out.append('"');
    }

    private void character(int unit) {
        if (unit < 0x20) {
            out.append(String.format("\\u%04x", unit));
        } else {
            out.append((char) unit);
        }
    }
}
