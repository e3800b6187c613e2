package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.manifests.NetworkPolicies.Direction;

/** What policies let in from other namespaces and from the world, and out to them. */
final class Outside {

    private static final List<String> PRIVATE = List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "100.64.0.0/10",
            "fc00::/7",
            "fe80::/10");

    static final String NAME = "kubernetes.io/metadata.name";

    private static final String MONITORING = "monitoring";

    private static final Map<String, Set<String>> OPERATORS = Map.of(
            "postgres",
            Set.of("cnpg-system", "keda"),
            "kafka",
            Set.of("strimzi", "keda"),
            Part.KAFKA_OPERATOR,
            Set.of("strimzi"),
            "keycloak",
            Set.of("keycloak-operator"));

    /** Where a page or an API answers; {@code balagh.fetch.ports} of intake. */
    private static final Set<String> WEB = Set.of("80", "443", "8080", "8443");

    private Outside() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("egress-outside", Outside::egress),
                new Rule("ingress-outside", Outside::ingress),
                new Rule("ingress-allowed", Outside::ingressAllowed));
    }

    private static void egress(Manifests manifests, Findings findings) {
        for (var policy : NetworkPolicies.policies(manifests)) {
            for (var rule : policy.spec().at("egress").items()) {
                var peers = rule.at("to").items();
                var parts = NetworkPolicies.parts(manifests, policy);
                if (peers.isEmpty()) {
                    parts.stream()
                            .filter(part -> !OPERATORS.containsKey(part))
                            .forEach(part -> findings.add(
                                    policy, "it lets %s go anywhere; say under 'to' where".formatted(part)));
                }
                for (var peer : peers) {
                    if (peer.at("ipBlock").exists()) {
                        world(manifests, policy, rule, peer.at("ipBlock"), findings);
                    } else if (peer.at("namespaceSelector").exists()) {
                        otherNamespaces(manifests, policy, rule, peer.at("namespaceSelector"), findings);
                    }
                }
            }
        }
    }

    private static void world(Manifests manifests, Manifest policy, Node rule, Node block, Findings findings) {
        NetworkPolicies.parts(manifests, policy).stream()
                .filter(part -> !part.equals(CallGraph.TO_THE_WORLD))
                .forEach(part -> findings.add(
                        policy,
                        "it lets %s go to %s; only %s fetches from outside"
                                .formatted(part, block.at("cidr").text(), CallGraph.TO_THE_WORLD)));
        for (var port : rule.at("ports").items()) {
            var number = port.at("port").text();
            if (port.at("port").exists()
                    && (!WEB.contains(number) || port.at("endPort").exists())
                    && !isFetchedFrom(manifests, number)) {
                findings.add(
                        policy,
                        "remove port %s to addresses outside: intake fetches from %s"
                                .formatted(
                                        number,
                                        WEB.stream()
                                                .map(Integer::valueOf)
                                                .sorted()
                                                .toList()));
            }
        }
        publicOnly(policy, block, findings);
    }

    private static boolean isFetchedFrom(Manifests manifests, String port) {
        return manifests
                .of("ConfigMap")
                .map(config -> config.content().at("data", "BALAGH_FETCH_PORTS").text())
                .anyMatch(ports -> List.of(ports.split("\\s*,\\s*")).contains(port));
    }

    private static void publicOnly(Manifest policy, Node written, Findings findings) {
        var cidr = written.at("cidr").text();
        var block = Block.of(cidr);
        if (block.isEmpty()) {
            findings.add(policy, "cidr '%s' is no block of addresses; write one as 0.0.0.0/0".formatted(cidr));
            return;
        }
        var spared = new HashSet<Block>();
        for (var except : written.at("except").items()) {
            var range = Block.of(except.text()).filter(block.get()::holds);
            range.ifPresent(spared::add);
            if (range.isEmpty()) {
                findings.add(policy, "remove '%s' under 'except': it is no part of %s".formatted(except.text(), cidr));
            }
        }
        for (var range : PRIVATE) {
            var forbidden = Block.of(range).orElseThrow();
            if (forbidden.holds(block.get())) {
                findings.add(policy, "public addresses only: %s is none".formatted(cidr));
            } else if (block.get().holds(forbidden) && spared.stream().noneMatch(except -> except.holds(forbidden))) {
                findings.add(policy, "public addresses only: name %s under 'except'".formatted(range));
            }
        }
    }

    private static void otherNamespaces(
            Manifests manifests, Manifest policy, Node rule, Node selector, Findings findings) {
        var parts = NetworkPolicies.parts(manifests, policy);
        var named = named(selector);
        if (named.isEmpty()) {
            parts.forEach(part -> findings.add(
                    policy,
                    "it lets %s go to every namespace; name one under namespaceSelector by %s".formatted(part, NAME)));
            return;
        }
        for (var namespace : named.get()) {
            var names = namespace.equals("kube-system")
                    && rule.at("ports").items().stream()
                            .allMatch(port -> port.at("port").text().equals("53"));
            if (!names && !parts.isEmpty() && !isAddressed(manifests, namespace)) {
                findings.add(
                        policy,
                        "it lets %s go to namespace %s, where no setting has an address; name one of the suite's parts instead"
                                .formatted(parts, namespace));
            }
        }
    }

    /** Whether an address of the settings is one of that namespace, as {@code http://collector.tracing:4317}. */
    private static boolean isAddressed(Manifests manifests, String namespace) {
        var address = Pattern.compile("[\\w-]\\." + Pattern.quote(namespace) + "(\\.svc[\\w.]*)?(:\\d|/)");
        var configured =
                manifests.of("ConfigMap").flatMap(config -> config.content().at("data").texts().values().stream());
        var given = manifests.pods().stream()
                .flatMap(pod -> pod.containers().stream())
                .flatMap(container -> container.at("env").items().stream())
                .map(entry -> entry.at("value").text());
        return manifests.of("Namespace").anyMatch(own -> own.name().equals(namespace))
                || Stream.concat(configured, given)
                        .anyMatch(value -> address.matcher(value).find());
    }

    /** Whether a peer is of namespaces that it names, or of this one. */
    static boolean isNamed(Node selector) {
        return !selector.exists() || named(selector).isPresent();
    }

    /** The namespaces that a selector names; nothing where others may be meant, too. */
    private static Optional<Set<String>> named(Node selector) {
        var label = selector.at("matchLabels", NAME);
        return label.exists()
                ? Optional.of(Set.of(label.text()))
                : selector.at("matchExpressions").items().stream()
                        .filter(expression -> expression.at("key").is(NAME)
                                && expression.at("operator").is("In"))
                        .<Set<String>>map(expression -> new TreeSet<>(expression.at("values").items().stream()
                                .map(Node::text)
                                .toList()))
                        .findFirst();
    }

    private static void ingress(Manifests manifests, Findings findings) {
        for (var policy : NetworkPolicies.policies(manifests)) {
            for (var part : NetworkPolicies.parts(manifests, policy)) {
                for (var rule : policy.spec().at("ingress").items()) {
                    strangers(manifests, part, rule)
                            .forEach(stranger -> findings.add(
                                    policy,
                                    "it lets %s reach %s; say under 'from' who, of %s"
                                            .formatted(stranger, part, welcome(manifests, part))));
                }
            }
        }
    }

    private static Stream<String> strangers(Manifests manifests, String part, Node rule) {
        var peers = rule.at("from").items();
        return peers.isEmpty()
                ? Stream.of("everybody")
                : peers.stream().flatMap(peer -> {
                    if (peer.at("ipBlock").exists()) {
                        return Stream.of(peer.at("ipBlock", "cidr").text());
                    }
                    var selector = peer.at("namespaceSelector");
                    return selector.exists()
                            ? named(selector)
                                    .map(names -> names.stream()
                                            .filter(name ->
                                                    !welcome(manifests, part).contains(name))
                                            .map(name -> "namespace " + name))
                                    .orElse(Stream.of("every namespace"))
                            : Stream.<String>empty();
                });
    }

    /** The namespaces, of others and our own, that have business with a part. */
    private static Set<String> welcome(Manifests manifests, String part) {
        var welcome = new TreeSet<>(OPERATORS.getOrDefault(part, Set.of()));
        welcome.add(MONITORING);
        manifests.of("Namespace").map(Manifest::name).forEach(welcome::add);
        if (Networking.fromOutside(manifests).contains(part)) {
            welcome.addAll(controllers(manifests));
        }
        return welcome;
    }

    /** Where ingress controllers run: the one for our class; in a small cluster, whichever it came with. */
    private static Set<String> controllers(Manifests manifests) {
        return manifests.isLocal() ? Set.of("ingress-nginx", "traefik", "kube-system") : Set.of("ingress-nginx");
    }

    private static void ingressAllowed(Manifests manifests, Findings findings) {
        manifests
                .of("Ingress")
                .forEach(ingress -> Networking.backends(ingress)
                        .map(backend -> backend.at("name").text())
                        .distinct()
                        .filter(Networking.fromOutside(manifests)::contains)
                        .filter(part -> !isLetIn(manifests, part))
                        .forEach(part -> findings.add(
                                ingress,
                                "no NetworkPolicy lets its controller reach %s; let one allow port %d of %s from namespace %s"
                                        .formatted(
                                                part,
                                                CallGraph.PORTS.get(part),
                                                part,
                                                new TreeSet<>(controllers(manifests)).first()))));
    }

    private static boolean isLetIn(Manifests manifests, String part) {
        return NetworkPolicies.rules(manifests, part, Direction.INGRESS)
                .filter(rule -> NetworkPolicies.hasPort(rule, CallGraph.PORTS.getOrDefault(part, -1)))
                .flatMap(rule -> rule.at("from").items().stream())
                .filter(peer -> Neighbours.maybe(peer.at("podSelector"), Map.of()))
                .map(peer -> new Selector(peer.at("namespaceSelector")))
                .anyMatch(selector -> selector.node().exists()
                        && controllers(manifests).stream().anyMatch(name -> selector.matches(Map.of(NAME, name))));
    }
}
