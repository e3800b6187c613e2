package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pods of the suite, as policies know them.
 *
 * @param owner what they are made from
 */
record Part(String name, Map<String, String> labels, Manifest owner) {

    static final String KAFKA_OPERATOR = "kafka-operator";
    static final String REALM_IMPORT = "realm-import";

    /** What Keycloak's operator labels the pods of an import with, whoever asks. */
    private static final Map<String, String> OF_AN_IMPORT = Map.of("app", "keycloak-realm-import");

    /** Whether policies let traffic in one direction pass between it and another. */
    boolean passes(Manifests manifests, NetworkPolicyRules.Direction direction, Part other, int port) {
        return NetworkPolicyRules.passes(manifests, direction, labels, other.labels, port);
    }

    /** Those of our own workloads, and those that operators make. */
    static List<Part> of(Manifests manifests) {
        var parts = new ArrayList<Part>();
        manifests.pods().forEach(pod -> parts.add(new Part(pod.part(), pod.labels(), pod.owner())));
        parts.addAll(ofOperators(manifests));
        return List.copyOf(parts);
    }

    static List<Part> ofOperators(Manifests manifests) {
        var parts = new ArrayList<Part>();
        for (var cluster : manifests.all("Cluster")) {
            parts.add(of("postgres", inherited(cluster), cluster));
        }
        for (var kafka : manifests.all("Kafka")) {
            parts.add(of("kafka", labels(kafka.spec().at("kafka", "template", "pod")), kafka));
            if (kafka.spec().at("entityOperator").exists()) {
                parts.add(of(KAFKA_OPERATOR, labels(entities(kafka)), kafka));
            }
        }
        for (var keycloak : manifests.all("Keycloak")) {
            parts.add(of("keycloak", labels(template(keycloak)), keycloak));
        }
        for (var realm : manifests.all("KeycloakRealmImport")) {
            parts.add(new Part(REALM_IMPORT, OF_AN_IMPORT, realm));
        }
        return parts;
    }

    /** With the label that it has to have, the lack of which is one fault and not one of every policy. */
    private static Part of(String name, Map<String, String> given, Manifest owner) {
        var labels = new LinkedHashMap<>(given);
        labels.put(CallGraph.PART, name);
        return new Part(name, labels, owner);
    }

    static Map<String, String> labels(Node template) {
        return template.at("metadata", "labels").texts();
    }

    static Map<String, String> inherited(Manifest cluster) {
        return cluster.spec().at("inheritedMetadata", "labels").texts();
    }

    static Node entities(Manifest kafka) {
        return kafka.spec().at("entityOperator", "template", "pod");
    }

    static Node template(Manifest keycloak) {
        return keycloak.spec().at("unsupported", "podTemplate");
    }
}
