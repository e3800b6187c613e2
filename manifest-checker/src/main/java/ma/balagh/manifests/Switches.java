package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields and annotations that turn off what is there for a reason, or stop an operator's work. */
final class Switches {

    /** Annotations with the values under which an operator does nothing more, or takes away what it made. */
    private static final Map<String, Set<String>> ANNOTATIONS = Map.of(
            "cnpg.io/hibernation", Set.of("on"),
            "strimzi.io/pause-reconciliation", Set.of("true"));

    private Switches() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("switched-off", Switches::annotations),
                new Rule("database-guard", Switches::databases),
                new Rule("secret-refresh", Switches::secrets),
                new Rule("scale-down", Switches::scalers),
                new Rule("namespace-version", Switches::namespaces));
    }

    private static void annotations(Manifests manifests, Findings findings) {
        manifests
                .all()
                .forEach(manifest -> manifest.content().at("metadata", "annotations").texts().entrySet().stream()
                        .filter(annotation -> ANNOTATIONS
                                .getOrDefault(annotation.getKey(), Set.of())
                                .contains(annotation.getValue()))
                        .forEach(annotation -> findings.add(
                                manifest,
                                "remove annotation %s: its operator does nothing for it then"
                                        .formatted(annotation.getKey()))));
        manifests
                .of("KafkaTopic")
                .filter(topic -> topic.content()
                        .at("metadata", "annotations", "strimzi.io/managed")
                        .is("false"))
                .forEach(topic -> findings.add(topic, "remove annotation strimzi.io/managed: nobody makes it then"));
    }

    private static void databases(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            if (cluster.spec().at("enablePDB").is(false)) {
                findings.add(cluster, "remove enablePDB: a drain would take its primary at any moment");
            }
            if (cluster.spec().at("affinity", "enablePodAntiAffinity").is(false)) {
                findings.add(cluster, "set affinity.enablePodAntiAffinity to true: one node would have all of it");
            }
            int instances = cluster.spec().at("instances").number(1);
            int waiting =
                    cluster.spec().at("postgresql", "synchronous", "number").number(0);
            if (waiting >= instances) {
                findings.add(
                        cluster,
                        "lower postgresql.synchronous.number to %d: of %d instances, so many are standbys"
                                .formatted(instances - 1, instances));
            }
        });
    }

    private static void secrets(Manifests manifests, Findings findings) {
        manifests.of("ExternalSecret").forEach(secret -> {
            if (secret.spec().at("refreshInterval").text().matches("0[a-z]*")) {
                findings.add(secret, "set refreshInterval to 1h: what is rotated would never come here");
            }
            if (secret.spec().at("target", "deletionPolicy").is("Delete")) {
                findings.add(secret, "remove target.deletionPolicy: a slip in the store would delete it here, too");
            }
        });
    }

    private static void scalers(Manifests manifests, Findings findings) {
        manifests
                .of("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.spec()
                        .at("behavior", "scaleDown", "selectPolicy")
                        .is("Disabled"))
                .forEach(scaler -> findings.add(
                        scaler, "remove behavior.scaleDown.selectPolicy: what was added in a rush would stay"));
    }

    private static void namespaces(Manifests manifests, Findings findings) {
        manifests
                .of("Namespace")
                .forEach(namespace -> namespace.content().at("metadata", "labels").texts().entrySet().stream()
                        .filter(label -> label.getKey().startsWith("pod-security.kubernetes.io/")
                                && label.getKey().endsWith("-version")
                                && !label.getValue().matches("latest|v1\\.\\d+"))
                        .forEach(label -> findings.add(
                                namespace,
                                "write %s as v1.34 or latest, not '%s'".formatted(label.getKey(), label.getValue()))));
    }
}
