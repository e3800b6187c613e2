package ma.balagh.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.manifests.NetworkPolicies.Direction;

/** Ways that policies have to leave open beside the call graph: to monitors and operators, among replicas, and out. */
final class Neighbours {

    private static final String COLLECTOR = "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final Pattern ELSEWHERE =
            Pattern.compile("https?://[\\w-]+\\.([\\w-]+)(?:\\.svc[\\w.]*)?:(\\d{1,5})/?");
    private static final Map<String, String> PROMETHEUS = Map.of("app.kubernetes.io/name", "prometheus");
    private static final List<Integer> WEB = List.of(443);
    private static final List<Integer> API_SERVER = List.of(443, 6443);

    /** Where replicas of those that operators make look for each other. */
    private static final Map<String, List<Integer>> AMONG_REPLICAS = Map.of(
            "postgres", List.of(5432),
            "kafka", List.of(9090, 9091),
            "keycloak", List.of(7800, 57800));

    private Neighbours() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("monitor-allowed", Neighbours::monitors),
                new Rule("operator-allowed", Neighbours::operators),
                new Rule("replicas-allowed", Neighbours::replicas),
                new Rule("policy-peer", Neighbours::peers),
                new Rule("way-out", Neighbours::out));
    }

    private static void monitors(Manifests manifests, Findings findings) {
        manifests.of("PodMonitor").forEach(monitor -> {
            var selector = new Selector(monitor.spec().at("selector"));
            manifests.pods().stream()
                    .filter(pod -> pod.isServing() && selector.matches(pod.labels()))
                    .filter(pod -> CallGraph.PORTS.containsKey(pod.part()))
                    .forEach(pod -> letIn(
                            manifests,
                            monitor,
                            new Part(pod.part(), pod.labels(), pod.owner()),
                            new Pods("monitoring", PROMETHEUS),
                            CallGraph.PORTS.getOrDefault(pod.part(), -1),
                            findings));
        });
    }

    /** A peer without a namespace means pods of this one. */
    private static void peers(Manifests manifests, Findings findings) {
        var parts = Part.of(manifests);
        NetworkPolicies.policies(manifests)
                .forEach(policy -> Stream.of(Map.entry("ingress", "from"), Map.entry("egress", "to"))
                        .flatMap(way -> policy.spec().at(way.getKey()).items().stream()
                                .flatMap(rule -> rule.at(way.getValue()).items().stream()))
                        .filter(peer -> peer.at("podSelector").exists()
                                && !peer.at("namespaceSelector").exists())
                        .map(peer -> new Selector(peer.at("podSelector")))
                        .filter(selector -> parts.stream().noneMatch(part -> selector.matches(part.labels())))
                        .forEach(selector -> findings.add(
                                policy,
                                "podSelector %s means no pod here; with one of another namespace it stands in one peer"
                                        .formatted(selector.node().value()))));
    }

    private static void operators(Manifests manifests, Findings findings) {
        for (var part : Part.ofOperators(manifests)) {
            var asking = part.owner();
            if (part.name().equals("postgres")) {
                letIn(manifests, asking, part, new Pods("cnpg-system", Map.of()), 8000, findings);
            }
            manifests
                    .of("ScaledObject")
                    .filter(scaler -> asks(scaler, part))
                    .forEach(scaler -> letIn(
                            manifests,
                            scaler,
                            part,
                            new Pods("keda", Map.of()),
                            CallGraph.PORTS.getOrDefault(part.name(), -1),
                            findings));
        }
    }

    private static boolean asks(Manifest scaler, Part part) {
        var type = part.name().equals("postgres") ? "postgresql" : part.name();
        return scaler.spec().at("triggers").items().stream()
                .anyMatch(trigger -> trigger.at("type").is(type));
    }

    /** Pods of another namespace, with those of their labels that we know. */
    private record Pods(String namespace, Map<String, String> labels) {

        boolean areMeantBy(Node peer) {
            return peer.at("namespaceSelector").exists()
                    && new Selector(peer.at("namespaceSelector")).matches(Map.of(Outside.NAME, namespace))
                    && (labels.isEmpty()
                            ? maybe(peer.at("podSelector"), labels)
                            : new Selector(peer.at("podSelector")).matches(labels));
        }
    }

    /** Whether a selector can mean pods of others, of whose labels these are known, and which are no part of ours. */
    static boolean maybe(Node selector, Map<String, String> known) {
        var labels = new HashMap<>(selector.at("matchLabels").texts());
        labels.remove(CallGraph.PART);
        labels.putAll(known);
        return new Selector(selector).matches(labels);
    }

    private static void letIn(Manifests manifests, Manifest asking, Part part, Pods pods, int port, Findings findings) {
        if (NetworkPolicies.rules(manifests, part.labels(), Direction.INGRESS)
                .filter(rule -> NetworkPolicies.hasPort(rule, port))
                .flatMap(rule -> rule.at("from").items().stream())
                .noneMatch(pods::areMeantBy)) {
            findings.add(
                    asking,
                    "no NetworkPolicy lets namespace %s reach %s at port %d; add an ingress rule"
                            .formatted(pods.namespace(), part.name(), port));
        }
    }

    private static void replicas(Manifests manifests, Findings findings) {
        var parts = Part.ofOperators(manifests);
        for (var part : parts) {
            if (part.owner().spec().at("instances").number(2) > 1) {
                AMONG_REPLICAS
                        .getOrDefault(part.name(), List.of())
                        .forEach(port -> passes(manifests, part, part, port, findings));
            }
            if (part.name().equals(Part.KAFKA_OPERATOR)) {
                parts.stream()
                        .filter(kafka -> kafka.name().equals("kafka"))
                        .forEach(kafka -> passes(manifests, part, kafka, 9091, findings));
            }
        }
    }

    /** Strimzi adds policies of its own for what comes in. */
    private static void passes(Manifests manifests, Part caller, Part target, int port, Findings findings) {
        if (!NetworkPolicies.passes(manifests, Direction.EGRESS, caller.labels(), target.labels(), port)
                || !target.name().equals("kafka")
                        && !NetworkPolicies.passes(
                                manifests, Direction.INGRESS, target.labels(), caller.labels(), port)) {
            findings.add(
                    caller.owner(),
                    "its pods %s have to reach %s at port %d; let egress and ingress rules allow it"
                            .formatted(caller.name(), target.name(), port));
        }
    }

    private static void out(Manifests manifests, Findings findings) {
        Part.ofOperators(manifests).stream()
                .filter(part -> List.of("postgres", Part.KAFKA_OPERATOR).contains(part.name()))
                .filter(part -> egress(manifests, part.labels(), API_SERVER).noneMatch(Neighbours::leadsToAddresses))
                .forEach(part -> findings.add(
                        part.owner(),
                        "no NetworkPolicy lets %s ask the API server; add an egress rule for ports %s"
                                .formatted(part.name(), API_SERVER)));
        manifests.pods().stream()
                .filter(pod -> pod.isServing() && pod.part().equals(CallGraph.TO_THE_WORLD))
                .filter(pod -> egress(manifests, pod.labels(), WEB).noneMatch(Neighbours::leadsToAddresses))
                .forEach(
                        pod -> findings.add(
                                pod.owner(),
                                "no NetworkPolicy lets it fetch what is published; add an egress rule to an ipBlock, port 443"));
        manifests.pods().stream().filter(Pod::isServing).forEach(pod -> collector(manifests, pod, findings));
    }

    /** Rather than to pods; without a peer to all, as the API server has no label. */
    private static boolean leadsToAddresses(Node rule) {
        return rule.at("to").items().isEmpty()
                || peers(rule).anyMatch(peer -> peer.at("ipBlock").exists());
    }

    private static void collector(Manifests manifests, Pod pod, Findings findings) {
        for (var container : pod.mainContainers()) {
            var address = ELSEWHERE.matcher(Environment.value(manifests, container, COLLECTOR));
            if (!address.matches()) {
                continue;
            }
            var collector = new Pods(address.group(1), Map.of());
            var port = Integer.parseInt(address.group(2));
            if (egress(manifests, pod.labels(), List.of(port))
                    .flatMap(Neighbours::peers)
                    .noneMatch(collector::areMeantBy)) {
                findings.add(
                        pod.owner(),
                        "no NetworkPolicy lets it reach port %d of namespace %s, where %s is; add an egress rule"
                                .formatted(port, collector.namespace(), COLLECTOR));
            }
        }
    }

    private static Stream<Node> egress(Manifests manifests, Map<String, String> labels, List<Integer> ports) {
        return NetworkPolicies.rules(manifests, labels, Direction.EGRESS)
                .filter(rule -> ports.stream().anyMatch(port -> NetworkPolicies.hasPort(rule, port)));
    }

    private static Stream<Node> peers(Node rule) {
        return rule.at("to").items().stream();
    }
}
