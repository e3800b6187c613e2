package ma.balagh.manifests;

import java.util.Map;

/** A label selector. */
record Selector(Node node) {

    boolean matches(Map<String, String> labels) {
        return labels.entrySet().containsAll(node.at("matchLabels").texts().entrySet())
                && node.at("matchExpressions").items().stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(Node expression, Map<String, String> labels) {
        var value = labels.get(expression.at("key").text());
        var listed = value != null
                && expression.at("values").items().stream()
                        .anyMatch(item -> item.text().equals(value));
        return switch (expression.at("operator").text()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
