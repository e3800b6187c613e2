package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Values that the client takes as any text, and that the API server refuses, or with which pods do not run. */
final class Fields {

    private static final Set<String> DNS = Set.of("", "ClusterFirst", "ClusterFirstWithHostNet");
    private static final List<String> PROCESSORS = List.of("amd64", "arm64");
    private static final Set<String> UNSATISFIABLE = Set.of("ScheduleAnyway", "DoNotSchedule");
    private static final List<String> TERMS = List.of(
            "requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution");

    /** Types of Service that API servers know; which of them lead past the ingress is another rule's. */
    private static final Set<String> SERVICES = Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");

    /** Stores and servers that a StatefulSet here runs as one, which shares nothing with a second. */
    private static final Set<String> SINGLE = Set.of("postgres", "kafka", "keycloak");

    private Fields() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("pod-field", Fields::pods),
                new Rule("pod-command", Fields::commands),
                new Rule("pod-node", Fields::nodes),
                new Rule("spread-field", Fields::spreads),
                new Rule("service-field", Fields::services),
                new Rule("replicas", Fields::replicas));
    }

    private static void pods(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var restart = pod.spec().at("restartPolicy").text();
            if (pod.isServing() && !restart.isEmpty() && !restart.equals("Always")) {
                findings.add(
                        pod.owner(),
                        "remove restartPolicy '%s': whoever serves is always started again".formatted(restart));
            }
            if (pod.isServing() && pod.spec().at("activeDeadlineSeconds").exists()) {
                findings.add(pod.owner(), "remove activeDeadlineSeconds: whoever serves has no end");
            }
            if (pod.spec().at("hostAliases").exists()) {
                findings.add(pod.owner(), "remove hostAliases: a name would lead to somebody else");
            }
            var dns = pod.spec().at("dnsPolicy").text();
            if (!DNS.contains(dns)) {
                findings.add(pod.owner(), "remove dnsPolicy '%s': it would find no Service by its name".formatted(dns));
            }
        }
    }

    private static void commands(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                if (Application.of(container).isPresent()
                        && container.at("command").exists()) {
                    findings.add(
                            pod.owner(),
                            "remove command of container %s: its image starts the application"
                                    .formatted(container.at("name").text()));
                }
            }
        }
    }

    private static void nodes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.spec().at("nodeName").exists()) {
                findings.add(pod.owner(), "remove nodeName: without that node there would be no pod");
            }
            var processor = pod.spec().at("nodeSelector", "kubernetes.io/arch");
            if (processor.exists() && !PROCESSORS.contains(processor.text())) {
                findings.add(
                        pod.owner(),
                        "no node has kubernetes.io/arch '%s'; name one of %s".formatted(processor.text(), PROCESSORS));
            }
            if (pod.spec().at("nodeSelector", "kubernetes.io/hostname").exists()) {
                findings.add(
                        pod.owner(),
                        "remove kubernetes.io/hostname from nodeSelector: without that node there would be no pod");
            }
        }
    }

    private static void spreads(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var constraint : pod.spec().at("topologySpreadConstraints").items()) {
                var otherwise = constraint.at("whenUnsatisfiable").text();
                if (!UNSATISFIABLE.contains(otherwise)) {
                    findings.add(pod.owner(), "set whenUnsatisfiable to ScheduleAnyway, not '%s'".formatted(otherwise));
                }
                if (constraint.at("maxSkew").number(0) < 1) {
                    findings.add(
                            pod.owner(),
                            "set maxSkew to 1, not '%s'"
                                    .formatted(constraint.at("maxSkew").text()));
                }
            }
            if (isDrawnToItself(pod)) {
                findings.add(pod.owner(), "remove podAffinity to its own pods: they would all be on one node");
            }
        }
    }

    private static boolean isDrawnToItself(Pod pod) {
        return TERMS.stream()
                .flatMap(term -> pod.spec().at("affinity", "podAffinity", term).items().stream())
                .map(term -> term.at("podAffinityTerm").exists() ? term.at("podAffinityTerm") : term)
                .map(term -> term.at("labelSelector"))
                .anyMatch(selector -> selector.exists() && new Selector(selector).matches(pod.labels()));
    }

    private static void services(Manifests manifests, Findings findings) {
        manifests.of("Service").forEach(service -> {
            if (service.spec().at("type").value() instanceof String type && !SERVICES.contains(type)) {
                findings.add(service, "set type to ClusterIP, not '%s'".formatted(type));
            }
            Stream.of(Map.entry("internalTrafficPolicy", "Cluster"), Map.entry("sessionAffinity", "None"))
                    .filter(field -> service.spec().at(field.getKey()).exists())
                    .filter(field -> !service.spec().at(field.getKey()).is(field.getValue()))
                    .forEach(field -> findings.add(
                            service,
                            "remove %s '%s': whoever calls is answered by any pod"
                                    .formatted(
                                            field.getKey(),
                                            service.spec().at(field.getKey()).text())));
        });
    }

    private static void replicas(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var owner = pod.owner();
            if (owner.is("StatefulSet")
                    && SINGLE.contains(pod.part())
                    && (owner.spec().at("replicas").number(1) != 1 || Scaling.most(manifests, owner) != 1)) {
                findings.add(owner, "set replicas to 1: two would share no data, and without one nobody answers");
            } else if (pod.isServing() && owner.spec().at("replicas").number(1) < 1) {
                findings.add(owner, "set replicas to 1 or more, or nobody answers");
            }
        }
    }
}
