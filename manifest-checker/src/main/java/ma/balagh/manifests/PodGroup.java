package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pods of the suite, as network policies select them.
 *
 * @param owner what they are made from
 */
record PodGroup(String name, Map<String, String> labels, KubernetesObject owner) {

    static final String KAFKA_OPERATOR = "kafka-operator";
    static final String REALM_IMPORT = "realm-import";

    /** What Keycloak's operator labels the pods of an import with, whoever asks. */
    private static final Map<String, String> OF_AN_IMPORT = Map.of("app", "keycloak-realm-import");

    /** Whether policies let traffic in one direction pass between it and another. */
    boolean passes(ManifestSet manifests, NetworkPolicyRules.Direction direction, PodGroup other, int port) {
        return NetworkPolicyRules.passes(manifests, direction, labels, other.labels, port);
    }

    /** Those of our own workloads, and those that operators make. */
    static List<PodGroup> of(ManifestSet manifests) {
        var parts = new ArrayList<PodGroup>();
        manifests.pods().forEach(pod -> parts.add(new PodGroup(pod.part(), pod.labels(), pod.owner())));
        parts.addAll(ofOperators(manifests));
        return List.copyOf(parts);
    }

    static List<PodGroup> ofOperators(ManifestSet manifests) {
        var parts = new ArrayList<PodGroup>();
        for (var cluster : manifests.all("Cluster")) {
            parts.add(of("postgres", inherited(cluster), cluster));
        }
        for (var kafka : manifests.all("Kafka")) {
            parts.add(of("kafka", Map.of(), kafka));
            if (kafka.spec().at("entityOperator").exists()) {
                parts.add(of(KAFKA_OPERATOR, labels(entities(kafka)), kafka));
            }
        }
        for (var keycloak : manifests.all("Keycloak")) {
            parts.add(of("keycloak", labels(template(keycloak)), keycloak));
        }
        for (var realm : manifests.all("KeycloakRealmImport")) {
            parts.add(new PodGroup(REALM_IMPORT, OF_AN_IMPORT, realm));
        }
        return parts;
    }

    /** With the label that it has to have, the lack of which is one fault and not one of every policy. */
    private static PodGroup of(String name, Map<String, String> given, KubernetesObject owner) {
        var labels = new LinkedHashMap<>(given);
        labels.put(CallGraph.PART, name);
        return new PodGroup(name, labels, owner);
    }

    static Map<String, String> labels(YamlNode template) {
        return template.at("metadata", "labels").texts();
    }

    static Map<String, String> inherited(KubernetesObject cluster) {
        return cluster.spec().at("inheritedMetadata", "labels").texts();
    }

    static YamlNode entities(KubernetesObject kafka) {
        return kafka.spec().at("entityOperator", "template", "pod");
    }

    static YamlNode template(KubernetesObject keycloak) {
        return keycloak.spec().at("unsupported", "podTemplate");
    }
}
