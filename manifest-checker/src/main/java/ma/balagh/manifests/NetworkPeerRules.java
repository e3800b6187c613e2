package ma.balagh.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.manifests.NetworkPolicyRules.Direction;

/** Policies let in from other namespaces, and out to them and to the world, what has business there, and nothing else. */
final class NetworkPeerRules {

    static final String NAME = "kubernetes.io/metadata.name";

    private static final Map<String, Set<String>> OPERATORS = Map.of(
            "postgres",
            Set.of("cnpg-system", "keda"),
            "kafka",
            Set.of("strimzi", "keda"),
            PodGroup.KAFKA_OPERATOR,
            Set.of("strimzi"),
            "keycloak",
            Set.of("keycloak-operator"));

    /** Where a page or an API answers; {@code balagh.fetch.ports} of intake. */
    private static final Set<String> WEB = Set.of("80", "443", "8080", "8443");

    /** The namespace that traces are sent to. */
    private static final String COLLECTOR = "tracing";

    /** The namespace of the ingress controller that the public comes through. */
    private static final String PUBLIC_CONTROLLER = "ingress-public";

    private static final Set<String> GOING_OUT = Stream.concat(
                    Stream.of("postgres", PodGroup.KAFKA_OPERATOR), CallGraph.TO_THE_WORLD.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Where replicas of those that operators make look for each other. */
    private static final Map<String, List<Integer>> AMONG_REPLICAS = Map.of(
            "postgres to postgres", List.of(5432),
            "kafka to kafka", List.of(9090, 9091),
            "kafka-operator to kafka", List.of(9091),
            "keycloak to keycloak", List.of(7800, 57800));

    private NetworkPeerRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("egress-outside", NetworkPeerRules::egress),
                new ManifestRule("ingress-outside", NetworkPeerRules::ingress),
                new ManifestRule("way-in", NetworkPeerRules::waysIn),
                new ManifestRule("replicas-allowed", NetworkPeerRules::replicas),
                new ManifestRule("way-out", NetworkPeerRules::waysOut));
    }

    private static void egress(ManifestSet manifests, FaultCollector findings) {
        NetworkPolicyRules.policies(manifests).forEach(policy -> {
            var parts = NetworkPolicyRules.parts(manifests, policy);
            for (var rule : policy.spec().items("egress")) {
                if (rule.items("to").isEmpty() && !OPERATORS.keySet().containsAll(parts)) {
                    findings.add(policy, "it lets %s go anywhere; say under 'to' where", parts);
                }
                for (var peer : rule.items("to")) {
                    if (peer.at("ipBlock").exists()) {
                        world(manifests, policy, parts, rule, findings);
                    } else if (peer.at("namespaceSelector").exists()) {
                        namespaces(manifests, policy, rule, peer.at("namespaceSelector"), findings);
                    }
                }
            }
        });
    }

    private static void world(
            ManifestSet manifests,
            KubernetesObject policy,
            List<String> parts,
            YamlNode rule,
            FaultCollector findings) {
        if (parts.size() != 1 || !CallGraph.TO_THE_WORLD.containsAll(parts)) {
            findings.add(
                    policy,
                    "it lets %s out; only %s may",
                    parts,
                    String.join(" and ", new TreeSet<>(CallGraph.TO_THE_WORLD)));
        }
        rule.items("ports").stream()
                .map(port -> port.text("port"))
                .filter(port -> !WEB.contains(port) && !isFetchedFrom(manifests, port))
                .forEach(port -> findings.add(
                        policy, "remove port %s to addresses outside: these are used: %s", port, new TreeSet<>(WEB)));
    }

    private static boolean isFetchedFrom(ManifestSet manifests, String port) {
        return manifests
                .of("ConfigMap")
                .map(config -> config.content().text("data", "BALAGH_FETCH_PORTS"))
                .anyMatch(ports -> List.of(ports.split("\\s*,\\s*")).contains(port));
    }

    private static void namespaces(
            ManifestSet manifests, KubernetesObject policy, YamlNode rule, YamlNode selector, FaultCollector findings) {
        boolean asksForNames =
                rule.items("ports").stream().allMatch(port -> port.text("port").equals("53"));
        var named = named(selector);
        if (named.isEmpty()) {
            findings.add(policy, "it leads to every namespace; name one under namespaceSelector by %s", NAME);
        }
        named.orElse(Set.of()).stream()
                .filter(namespace -> !(asksForNames && namespace.equals("kube-system")))
                .filter(namespace -> !isOwn(manifests, namespace) && !namespace.equals(COLLECTOR))
                .forEach(namespace ->
                        findings.add(policy, "it leads to namespace %s, where nobody has business", namespace));
    }

    private static boolean isOwn(ManifestSet manifests, String namespace) {
        return manifests.find("Namespace", namespace).isPresent();
    }

    /** The namespaces that a selector names; nothing where others may be meant, too. */
    static Optional<Set<String>> named(YamlNode selector) {
        var label = selector.at("matchLabels", NAME);
        return label.exists()
                ? Optional.of(Set.of(label.text()))
                : selector.items("matchExpressions").stream()
                        .filter(expression -> expression.at("key").is(NAME)
                                && expression.at("operator").is("In"))
                        .map(expression -> expression.items("values").stream()
                                .map(YamlNode::text)
                                .collect(Collectors.toSet()))
                        .findFirst();
    }

    private static void ingress(ManifestSet manifests, FaultCollector findings) {
        NetworkPolicyRules.policies(manifests)
                .forEach(policy -> policy.spec().items("ingress").stream()
                        .flatMap(rule -> rule.items("from").stream())
                        .filter(peer -> peer.at("namespaceSelector").exists())
                        .map(peer -> named(peer.at("namespaceSelector")))
                        .forEach(named -> {
                            if (named.isEmpty()) {
                                findings.add(policy, "it lets every namespace in; name one by %s", NAME);
                            }
                            for (var part : NetworkPolicyRules.parts(manifests, policy)) {
                                named.orElse(Set.of()).stream()
                                        .filter(name -> !isOwn(manifests, name)
                                                && !welcome(manifests, part).contains(name))
                                        .forEach(name -> findings.add(
                                                policy,
                                                "it lets namespace %s reach %s; these may: %s",
                                                name,
                                                part,
                                                welcome(manifests, part)));
                            }
                        }));
    }

    private static Set<String> welcome(ManifestSet manifests, String part) {
        var welcome = new TreeSet<>(OPERATORS.getOrDefault(part, Set.of()));
        welcome.add("monitoring");
        if (IngressRules.fromOutside(manifests).contains(part)) {
            welcome.addAll(controllers(manifests));
        }
        if (manifests
                .of("Ingress")
                .filter(IngressRules::isPublic)
                .flatMap(IngressRules::backends)
                .anyMatch(backend -> backend.text("name").equals(part))) {
            welcome.add(PUBLIC_CONTROLLER);
        }
        return welcome;
    }

    /** Where ingress controllers run: the one for our class; in a small cluster, whichever it came with. */
    private static List<String> controllers(ManifestSet manifests) {
        return manifests.isLocal() ? List.of("ingress-nginx", "traefik", "kube-system") : List.of("ingress-nginx");
    }

    private static List<String> controllers(ManifestSet manifests, KubernetesObject ingress) {
        return IngressRules.isPublic(ingress) ? List.of(PUBLIC_CONTROLLER) : controllers(manifests);
    }

    /** Pods of other namespaces that have to reach a part, with those of their labels that are known. */
    private record Way(
            List<String> namespaces, Map<String, String> labels, String part, int port, KubernetesObject asking) {

        boolean isMeantBy(YamlNode peer) {
            var selector = peer.at("podSelector");
            var known =
                    new HashMap<>(labels.isEmpty() ? selector.at("matchLabels").texts() : labels);
            known.remove(CallGraph.PART);
            return peer.at("namespaceSelector").exists()
                    && namespaces.stream()
                            .anyMatch(
                                    name -> new LabelSelector(peer.at("namespaceSelector")).matches(Map.of(NAME, name)))
                    && new LabelSelector(selector).matches(known);
        }
    }

    private static Stream<Way> ways(ManifestSet manifests) {
        var monitored = manifests
                .of("PodMonitor")
                .flatMap(monitor -> manifests.pods().stream()
                        .filter(pod -> pod.isServing()
                                && new LabelSelector(monitor.spec().at("selector")).matches(pod.labels()))
                        .map(pod -> new Way(
                                List.of("monitoring"),
                                Map.of("app.kubernetes.io/name", "prometheus"),
                                pod.part(),
                                port(pod.part()),
                                monitor)));
        var operated = manifests
                .of("Cluster")
                .map(cluster -> new Way(List.of("cnpg-system"), Map.of(), "postgres", 8000, cluster));
        var scaled = manifests
                .of("ScaledObject")
                .flatMap(scaler -> scaler.spec().items("triggers").stream()
                        .map(trigger -> trigger.text("type").replace("postgresql", "postgres"))
                        .filter(OPERATORS::containsKey)
                        .map(part -> new Way(List.of("keda"), Map.of(), part, port(part), scaler)));
        var published = manifests
                .of("Ingress")
                .flatMap(ingress -> IngressRules.backends(ingress)
                        .map(backend -> backend.text("name"))
                        .filter(IngressRules.allowed(manifests, ingress)::contains)
                        .map(part -> new Way(controllers(manifests, ingress), Map.of(), part, port(part), ingress)));
        return Stream.of(monitored, operated, scaled, published).flatMap(ways -> ways);
    }

    private static int port(String part) {
        return CallGraph.PORTS.getOrDefault(part, -1);
    }

    private static void waysIn(ManifestSet manifests, FaultCollector findings) {
        ways(manifests)
                .filter(way -> NetworkPolicyRules.rules(manifests, way.part(), Direction.INGRESS)
                        .filter(rule -> NetworkPolicyRules.hasPort(rule, way.port()))
                        .flatMap(rule -> rule.items("from").stream())
                        .noneMatch(way::isMeantBy))
                .forEach(way -> findings.add(
                        way.asking(),
                        "no NetworkPolicy lets namespace %s reach %s at port %d; add an ingress rule",
                        way.namespaces().getFirst(),
                        way.part(),
                        way.port()));
    }

    /** Strimzi adds policies of its own for what comes in to Kafka. */
    private static void replicas(ManifestSet manifests, FaultCollector findings) {
        for (var caller : PodGroup.ofOperators(manifests)) {
            for (var target : PodGroup.ofOperators(manifests)) {
                AMONG_REPLICAS.getOrDefault(caller.name() + " to " + target.name(), List.of()).stream()
                        .filter(port -> !caller.passes(manifests, Direction.EGRESS, target, port)
                                || !target.name().equals("kafka")
                                        && !target.passes(manifests, Direction.INGRESS, caller, port))
                        .forEach(port -> findings.add(
                                caller.owner(),
                                "let its pods %s reach %s at port %d by egress and ingress rules",
                                caller.name(),
                                target.name(),
                                port));
            }
        }
    }

    /** To the API server, and of what is published, to the world: neither has a label. */
    private static void waysOut(ManifestSet manifests, FaultCollector findings) {
        PodGroup.of(manifests).stream()
                .filter(part -> GOING_OUT.contains(part.name()) && !part.owner().is("StatefulSet"))
                .filter(part -> NetworkPolicyRules.rules(manifests, part.labels(), Direction.EGRESS)
                        .filter(rule -> NetworkPolicyRules.hasPort(rule, 443))
                        .noneMatch(rule -> rule.items("to").stream()
                                .allMatch(peer -> peer.at("ipBlock").exists())))
                .forEach(part -> findings.add(
                        part.owner(), "no NetworkPolicy lets %s out to port 443; add an egress rule", part.name()));
    }
}
