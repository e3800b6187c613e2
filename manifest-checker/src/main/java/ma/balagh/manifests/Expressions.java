package ma.balagh.manifests;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules of Prometheus compute, and what monitors call that by which rules tell applications apart. */
final class Expressions {

    private static final String JOB_LABEL = "app.kubernetes.io/name";
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|`[^`]*+`");
    private static final Pattern RECORDED = Pattern.compile("\\b[A-Za-z_]\\w*:[\\w:]+");
    private static final Map<Character, Character> CLOSING = Map.of('(', ')', '[', ']', '{', '}');

    private Expressions() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("alert-expression", Expressions::expressions),
                new Rule("monitor-label", Expressions::monitors));
    }

    static Stream<Node> rules(Manifest rules) {
        return rules.spec().at("groups").items().stream().flatMap(group -> group.at("rules").items().stream());
    }

    private static void expressions(Manifests manifests, Findings findings) {
        var recorded = manifests
                .of("PrometheusRule")
                .flatMap(Expressions::rules)
                .map(rule -> rule.at("record").text())
                .collect(Collectors.toSet());
        manifests
                .of("PrometheusRule")
                .forEach(rules -> rules(rules).forEach(rule -> {
                    var name = rule.at("alert").text() + rule.at("record").text();
                    var expression = QUOTED.matcher(rule.at("expr").text()).replaceAll("''");
                    if (name.isEmpty()) {
                        findings.add(
                                rules,
                                "the rule '%s' has no name; give it one under alert or record"
                                        .formatted(rule.at("expr").text()));
                    }
                    if (!isBalanced(expression)) {
                        findings.add(
                                rules,
                                "close each bracket of the expr of %s that is open, and no other".formatted(name));
                    }
                    RECORDED.matcher(expression)
                            .results()
                            .map(used -> used.group())
                            .distinct()
                            .filter(used -> !recorded.contains(used))
                            .forEach(used -> findings.add(
                                    rules,
                                    "%s asks for %s, which no rule records; add or correct it".formatted(name, used)));
                }));
    }

    private static boolean isBalanced(String expression) {
        var open = new ArrayDeque<Character>();
        for (char letter : expression.toCharArray()) {
            if (CLOSING.containsKey(letter)) {
                open.push(CLOSING.getOrDefault(letter, letter));
            } else if (CLOSING.containsValue(letter) && (open.isEmpty() || open.pop() != letter)) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private static void monitors(Manifests manifests, Findings findings) {
        manifests.of("PodMonitor").forEach(monitor -> {
            if (!monitor.spec().at("jobLabel").is(JOB_LABEL)) {
                findings.add(monitor, "set jobLabel: %s, by which alerts name applications".formatted(JOB_LABEL));
            }
            var namespaces = monitor.spec().at("namespaceSelector");
            if (namespaces.exists()
                    && !namespaces.at("any").is(true)
                    && namespaces.at("matchNames").items().stream().noneMatch(name -> name.is(monitor.namespace()))) {
                findings.add(monitor, "remove namespaceSelector: its pods are in %s".formatted(monitor.namespace()));
            }
            monitor.spec()
                    .at("podMetricsEndpoints")
                    .items()
                    .forEach(endpoint -> secrets(manifests, monitor, endpoint.at("tlsConfig"), findings));
        });
    }

    private static void secrets(Manifests manifests, Manifest monitor, Node tls, Findings findings) {
        Stream.of(tls.at("ca", "secret"), tls.at("cert", "secret"), tls.at("keySecret"))
                .filter(Node::exists)
                .flatMap(secret ->
                        References.missingSecret(
                                manifests,
                                secret.at("name").text(),
                                secret.at("key").text())
                                .stream())
                .forEach(mend -> findings.add(monitor, "tlsConfig: " + mend));
    }
}
