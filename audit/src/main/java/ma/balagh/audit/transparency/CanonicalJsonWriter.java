package ma.balagh.audit.transparency;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes an object in the JSON Canonicalization Scheme (RFC 8785), as far as hashes and signatures need it: strings,
 * whole numbers, truth values, objects and lists. Members must come in the order of their names.
 */
public final class CanonicalJsonWriter {

    /** Beyond that, RFC 8785 writes numbers in ways that are not needed here. */
    private static final long GREATEST = 1L << 53;

    private final StringBuilder out = new StringBuilder("{");
    private String lastName = "";

    /** An object of strings. */
    public static CanonicalJsonWriter of(SortedMap<String, String> values) {
        var json = new CanonicalJsonWriter();
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.member(value.getKey(), value.getValue());
        }
        return json;
    }

    public CanonicalJsonWriter member(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    public CanonicalJsonWriter member(String name, long value) {
        if (Math.abs(value) > GREATEST) {
            throw new IllegalArgumentException("RFC 8785 writes no such number exactly: " + value);
        }
        name(name);
        out.append(value);
        return this;
    }

    public CanonicalJsonWriter member(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    public CanonicalJsonWriter member(String name, CanonicalJsonWriter value) {
        name(name);
        out.append(value.end());
        return this;
    }

    /** A list of objects. */
    public CanonicalJsonWriter member(String name, List<CanonicalJsonWriter> values) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",").append(values.get(i).end());
        }
        out.append(']');
        return this;
    }

    /** A list of strings. */
    public CanonicalJsonWriter strings(String name, List<String> values) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",");
            string(values.get(i));
        }
        out.append(']');
        return this;
    }

    /** The object as text; nothing is added to it afterwards. */
    public String end() {
        return out + "}";
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
