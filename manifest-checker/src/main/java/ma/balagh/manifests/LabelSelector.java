package ma.balagh.manifests;

import java.util.Map;

/** A label selector. */
record LabelSelector(YamlNode node) {

    boolean matches(Map<String, String> labels) {
        return (!(node.at("matchLabels").value() instanceof Map<?, ?> wanted)
                        || labels.entrySet().containsAll(wanted.entrySet()))
                && node.items("matchExpressions").stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(YamlNode expression, Map<String, String> labels) {
        var value = labels.get(expression.text("key"));
        var listed = value != null
                && expression.items("values").stream()
                        .anyMatch(item -> item.text().equals(value));
        return switch (expression.text("operator")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
