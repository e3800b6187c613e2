package ma.balagh.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields that an object does not have, and values of another type than their field's. The client says neither where nor
 * which, and turns {@code true} into the text "true" where a text belongs; an API server refuses it.
 */
final class Mistyped {

    private final List<String> places = new ArrayList<>();

    private Mistyped() {}

    /**
     * @param written what stands in the manifest
     * @param model the client's class for it
     * @return what is wrong, each with its place
     */
    static List<String> places(JsonElement written, Class<?> model) {
        var mistyped = new Mistyped();
        mistyped.look("", written, model);
        return List.copyOf(mistyped.places);
    }

    private void look(String path, JsonElement written, Type type) {
        if (written.isJsonNull() || type == Object.class) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            collection(path, written, generic);
        } else if (type instanceof Class<?> model && model.getPackageName().endsWith(".models")) {
            object(path, written, model);
        } else {
            value(path, written, type);
        }
    }

    private void collection(String path, JsonElement written, ParameterizedType type) {
        var content = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Map.class) {
            if (isObject(path, written)) {
                written.getAsJsonObject().asMap().forEach((key, item) -> look(path + "." + key, item, content));
            }
        } else if (!written.isJsonArray()) {
            places.add("%s has to be a list; begin each item with '-'".formatted(path));
        } else {
            for (int k = 0; k < written.getAsJsonArray().size(); k++) {
                look(path + "[" + k + "]", written.getAsJsonArray().get(k), content);
            }
        }
    }

    private boolean isObject(String path, JsonElement written) {
        if (!written.isJsonObject()) {
            places.add("%s has to be an object, fields with values".formatted(path));
        }
        return written.isJsonObject();
    }

    private void object(String path, JsonElement written, Class<?> model) {
        if (!isObject(path, written)) {
            return;
        }
        var fields = fields(model);
        written.getAsJsonObject().asMap().forEach((name, value) -> {
            var place = path.isEmpty() ? name : path + "." + name;
            if (fields.containsKey(name)) {
                look(place, value, fields.get(name));
            } else {
                places.add("%s is no field of %s%s".formatted(place, kind(model), meant(name, fields)));
            }
        });
    }

    private static Map<String, Type> fields(Class<?> model) {
        var fields = new TreeMap<String, Type>();
        for (Field field : model.getDeclaredFields()) {
            var name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                fields.put(name.value(), field.getGenericType());
            }
        }
        return fields;
    }

    private static String kind(Class<?> model) {
        return model.getSimpleName().replaceFirst("^V\\d+((alpha|beta)\\d+)?", "");
    }

    private static String meant(String name, Map<String, Type> fields) {
        return fields.keySet().stream()
                .filter(field -> distance(name, field) <= 2)
                .findFirst()
                .map("; write %s"::formatted)
                .orElse("; remove it, or put it where it belongs");
    }

    /** How many letters differ, are missing or too many. */
    private static int distance(String one, String other) {
        var last = new int[other.length() + 1];
        Arrays.setAll(last, k -> k);
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                int changed = last[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(changed, 1 + Math.min(last[k], row[k - 1]));
            }
            last = row;
        }
        return last[other.length()];
    }

    private void value(String path, JsonElement written, Type type) {
        if (!written.isJsonPrimitive()) {
            places.add("%s has to be a plain value, not %s"
                    .formatted(path, written.isJsonArray() ? "a list" : "an object"));
            return;
        }
        var value = written.getAsJsonPrimitive();
        if (type == Quantity.class) {
            if (value.isBoolean() || !Amounts.isOne(value.getAsString())) {
                places.add("%s: '%s' is no amount; write one as 250m, 2 or 1Gi".formatted(path, value.getAsString()));
            }
        } else if (type == byte[].class) {
            if (!isBase64(value.getAsString())) {
                places.add("%s is not base64; write it as it is under %s"
                        .formatted(path, path.startsWith("binaryData") ? "data" : "stringData"));
            }
        } else if (type == IntOrString.class ? value.isBoolean() : !type(value).equals(wanted(type))) {
            places.add("%s has to be a %s; %s is a %s".formatted(path, wanted(type), written, type(value)));
        } else if ((type == Integer.class || type == Long.class)
                && value.getAsBigDecimal().stripTrailingZeros().scale() > 0) {
            places.add("%s has to be a whole number; %s is none".formatted(path, written));
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getMimeDecoder().decode(text);
            return text.matches("[A-Za-z0-9+/=\\s]*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String wanted(Type type) {
        return type == Boolean.class || type == boolean.class
                ? "truth value"
                : type == Integer.class || type == Long.class || type == Double.class
                        ? "number"
                        : type == IntOrString.class ? "number or a text" : "text";
    }

    private static String type(JsonPrimitive value) {
        return value.isString() ? "text" : value.isBoolean() ? "truth value" : "number";
    }
}
