package ma.balagh.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Values of another type than their field's. The client turns {@code true} into the text "true" where a text belongs; an
 * API server refuses it.
 */
final class Mistyped {

    /** Amounts of resources, which may be written as numbers. */
    private static final Set<String> AMOUNTS = Set.of("limits", "requests", "sizeLimit", "divisor", "averageValue");

    private Mistyped() {}

    /**
     * @param written what stands in the manifest
     * @param read what the client made of it
     * @return the places where these differ in type
     */
    static List<String> places(JsonElement written, JsonElement read) {
        var places = new ArrayList<String>();
        compare("", written, read, places);
        return List.copyOf(places);
    }

    private static void compare(String path, JsonElement written, JsonElement read, List<String> places) {
        if (written.isJsonObject() && read.isJsonObject()) {
            written.getAsJsonObject().entrySet().forEach(member -> {
                var other = read.getAsJsonObject().get(member.getKey());
                if (other != null && !AMOUNTS.contains(member.getKey())) {
                    compare(path + "." + member.getKey(), member.getValue(), other, places);
                }
            });
        } else if (written.isJsonArray() && read.isJsonArray()) {
            for (int k = 0;
                    k
                            < Math.min(
                                    written.getAsJsonArray().size(),
                                    read.getAsJsonArray().size());
                    k++) {
                compare(
                        path + "[" + k + "]",
                        written.getAsJsonArray().get(k),
                        read.getAsJsonArray().get(k),
                        places);
            }
        } else if (written.isJsonPrimitive()
                && read.isJsonPrimitive()
                && !type(written.getAsJsonPrimitive()).equals(type(read.getAsJsonPrimitive()))) {
            places.add("%s has to be a %s; %s is a %s"
                    .formatted(
                            path.substring(1),
                            type(read.getAsJsonPrimitive()),
                            written,
                            type(written.getAsJsonPrimitive())));
        }
    }

    private static String type(JsonPrimitive value) {
        return value.isString() ? "text" : value.isBoolean() ? "truth value" : "number";
    }
}
