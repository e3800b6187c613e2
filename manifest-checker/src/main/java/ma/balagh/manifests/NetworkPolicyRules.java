package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Network policies, worked out for each pair of parts and held against the call graph. */
final class NetworkPolicyRules {

    static final Set<String> DEPENDENCIES = Set.of("postgres", "kafka", "keycloak");

    private NetworkPolicyRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("default-deny", NetworkPolicyRules::defaultDeny),
                new ManifestRule("policy-target", NetworkPolicyRules::policyTarget),
                new ManifestRule("names", NetworkPolicyRules::names),
                new ManifestRule("call-allowed", (manifests, findings) -> calls(manifests, findings, true)),
                new ManifestRule("call-forbidden", (manifests, findings) -> calls(manifests, findings, false)));
    }

    static List<KubernetesObject> policies(ManifestSet manifests) {
        return manifests.of("NetworkPolicy").toList();
    }

    private static LabelSelector target(KubernetesObject policy) {
        return new LabelSelector(policy.spec().at("podSelector"));
    }

    /** Without policyTypes a policy is about ingress, and about egress where it has rules for that. */
    private static boolean speaksOf(KubernetesObject policy, Direction direction) {
        var types = policy.spec().items("policyTypes");
        return types.isEmpty()
                ? direction == Direction.INGRESS
                        || policy.spec().at(direction.rules).exists()
                : types.stream().anyMatch(type -> type.text().equals(direction.type));
    }

    /** Those that are about pods with such labels. */
    private static List<KubernetesObject> about(
            ManifestSet manifests, Map<String, String> labels, Direction direction) {
        return policies(manifests).stream()
                .filter(policy -> target(policy).matches(labels) && speaksOf(policy, direction))
                .toList();
    }

    /** What they let pass to or from a part. */
    static Stream<YamlNode> rules(ManifestSet manifests, String part, Direction direction) {
        return rules(manifests, parts(manifests).getOrDefault(part, Map.of()), direction);
    }

    /** What they let pass. */
    static Stream<YamlNode> rules(ManifestSet manifests, Map<String, String> labels, Direction direction) {
        return about(manifests, labels, direction).stream()
                .flatMap(policy -> policy.spec().items(direction.rules).stream());
    }

    enum Direction {
        INGRESS("Ingress", "ingress", "from"),
        EGRESS("Egress", "egress", "to");

        private final String type;
        private final String rules;
        private final String peers;

        Direction(String type, String rules, String peers) {
            this.type = type;
            this.rules = rules;
            this.peers = peers;
        }
    }

    private static void defaultDeny(ManifestSet manifests, FaultCollector findings) {
        for (var direction : Direction.values()) {
            boolean denied = policies(manifests).stream()
                    .anyMatch(policy -> policy.spec().at("podSelector").fields().isEmpty()
                            && speaksOf(policy, direction)
                            && policy.spec().items(direction.rules).isEmpty());
            if (!denied) {
                for (var namespace : manifests.all("Namespace")) {
                    findings.add(
                            namespace,
                            "no NetworkPolicy denies %s to all its pods: podSelector {}, policyTypes [%s], no rules",
                            direction.rules,
                            direction.type);
                }
            }
        }
    }

    private static void policyTarget(ManifestSet manifests, FaultCollector findings) {
        for (var policy : policies(manifests)) {
            if (parts(manifests).values().stream()
                    .noneMatch(labels -> target(policy).matches(labels))) {
                findings.add(
                        policy,
                        "its podSelector matches no pod of the suite; set %s to one of %s",
                        CallGraph.PART,
                        parts(manifests).keySet());
            }
        }
    }

    /** Labels of each part: as its pods have them, or as operators will give them. */
    private static Map<String, Map<String, String>> parts(ManifestSet manifests) {
        var parts = new TreeMap<String, Map<String, String>>();
        DEPENDENCIES.forEach(part -> parts.put(part, Map.of(CallGraph.PART, part)));
        PodGroup.of(manifests).forEach(part -> parts.put(part.name(), part.labels()));
        return parts;
    }

    /** The parts that a policy is about. */
    static List<String> parts(ManifestSet manifests, KubernetesObject policy) {
        return parts(manifests).entrySet().stream()
                .filter(part -> target(policy).matches(part.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void names(ManifestSet manifests, FaultCollector findings) {
        for (var part : PodGroup.of(manifests)) {
            boolean asks = rules(manifests, part.labels(), Direction.EGRESS)
                    .filter(NetworkPolicyRules::leadsToNameServers)
                    .flatMap(rule -> rule.items("ports").stream())
                    .anyMatch(port -> port.text("port").equals("53")
                            && port.text("protocol").equals("UDP"));
            if (!asks) {
                findings.add(
                        part.owner(), "no NetworkPolicy lets it ask for names (UDP port 53) as part %s", part.name());
            }
        }
    }

    private static boolean leadsToNameServers(YamlNode rule) {
        var peers = rule.items("to");
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> peer.at("namespaceSelector").exists()
                                && new LabelSelector(peer.at("namespaceSelector"))
                                        .matches(Map.of("kubernetes.io/metadata.name", "kube-system"))
                                && new LabelSelector(peer.at("podSelector")).matches(Map.of("k8s-app", "kube-dns")));
    }

    private static void calls(ManifestSet manifests, FaultCollector findings, boolean wanted) {
        var parts = parts(manifests);
        for (var caller : callers(manifests)) {
            for (var target : parts.entrySet()) {
                var port = CallGraph.PORTS.get(target.getKey());
                if (port == null
                        || caller.name().equals(target.getKey())
                        || CallGraph.calls(caller.name(), target.getKey()) != wanted) {
                    continue;
                }
                boolean out = passes(manifests, Direction.EGRESS, caller.labels(), target.getValue(), port);
                boolean in = passes(manifests, Direction.INGRESS, target.getValue(), caller.labels(), port);
                if (wanted && !(out && in)) {
                    findings.add(
                            caller.owner(),
                            "it calls %s at port %d, and %s lets it; add a rule",
                            target.getKey(),
                            port,
                            out ? "no ingress rule of " + target.getKey() : "no egress rule of its own");
                } else if (!wanted && (out || in)) {
                    findings.add(
                            caller.owner(),
                            "a policy lets it reach %s at port %d, and it has no business there; narrow it",
                            target.getKey(),
                            port);
                }
            }
        }
    }

    /** All that call; what operators run beside Kafka is among its replicas. */
    private static List<PodGroup> callers(ManifestSet manifests) {
        return PodGroup.of(manifests).stream()
                .filter(part -> !part.name().equals(PodGroup.KAFKA_OPERATOR))
                .toList();
    }

    /** Whether what selects {@code here} lets traffic in one direction pass between it and {@code there}. */
    static boolean passes(
            ManifestSet manifests, Direction direction, Map<String, String> here, Map<String, String> there, int port) {
        return about(manifests, here, direction).isEmpty()
                || rules(manifests, here, direction).anyMatch(rule -> {
                    var peers = rule.items(direction.peers);
                    // Without peers it is for the API server, whose address no label tells.
                    return peers.stream().anyMatch(peer -> isPod(manifests, peer, there)) && hasPort(rule, port)
                            || peers.isEmpty() && hasPort(rule, port);
                });
    }

    private static boolean isPod(ManifestSet manifests, YamlNode peer, Map<String, String> labels) {
        var namespaces = peer.at("namespaceSelector");
        boolean here = !namespaces.exists()
                || manifests
                        .of("Namespace")
                        .anyMatch(own ->
                                new LabelSelector(namespaces).matches(Map.of(NetworkPeerRules.NAME, own.name())));
        return !peer.at("ipBlock").exists()
                && here
                && (peer.at("podSelector").exists() || namespaces.exists())
                && new LabelSelector(peer.at("podSelector")).matches(labels);
    }

    static boolean hasPort(YamlNode rule, int port) {
        var ports = rule.items("ports");
        return ports.isEmpty()
                || ports.stream().anyMatch(there -> {
                    var number = there.at("port").number(-1);
                    return !there.at("port").exists()
                            || there.text("port").equals("http")
                            || number == port
                            || number <= port && port <= there.at("endPort").number(number);
                });
    }
}
