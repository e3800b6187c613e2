package ma.balagh.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The label by which policies know pods: Jobs carry that of the application that they run, operators are told it. */
final class Parts {

    private Parts() {}

    static List<Rule> rules() {
        return List.of(new Rule("part", Parts::parts), new Rule("part-label", Parts::labelled));
    }

    private static void parts(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var said = pod.labels().getOrDefault(CallGraph.PART, "");
            var own = own(pod);
            if (own.isPresent() ? !said.equals(own.get()) : !CallGraph.parts().contains(said)) {
                findings.add(
                        pod.owner(),
                        "label its pods %s: %s, not '%s', or policies take them for others"
                                .formatted(CallGraph.PART, own.orElseGet(() -> "one of " + CallGraph.parts()), said));
            }
        }
    }

    /** Only known of what ends: what stays may have several parts of one application. */
    private static Optional<String> own(Pod pod) {
        return pod.isServing()
                ? Optional.empty()
                : pod.mainContainers().stream()
                        .flatMap(container -> Application.of(container)
                                .map(application -> application.account() + (migrates(container) ? "-migrations" : ""))
                                .stream())
                        .findFirst();
    }

    private static boolean migrates(Node container) {
        return Environment.value(container, "QUARKUS_INIT_AND_EXIT").equals("true");
    }

    private static void labelled(Manifests manifests, Findings findings) {
        manifests
                .of("Cluster")
                .forEach(cluster ->
                        labelled(cluster, Part.inherited(cluster), "postgres", "inheritedMetadata.labels", findings));
        manifests
                .of("Keycloak")
                .forEach(keycloak -> labelled(
                        keycloak,
                        Part.labels(Part.template(keycloak)),
                        "keycloak",
                        "unsupported.podTemplate.metadata.labels",
                        findings));
        manifests.of("KafkaNodePool").forEach(pool -> {
            var labels = manifests.find("Kafka", Brokers.cluster(pool)).stream()
                    .map(kafka -> Part.labels(kafka.spec().at("kafka", "template", "pod")));
            var given = new LinkedHashMap<String, String>();
            Stream.concat(labels, Stream.of(Part.labels(pool.spec().at("template", "pod"))))
                    .forEach(given::putAll);
            labelled(pool, given, "kafka", "template.pod.metadata.labels", findings);
        });
        manifests
                .of("Kafka")
                .filter(kafka -> kafka.spec().at("entityOperator").exists())
                .forEach(kafka -> labelled(
                        kafka,
                        Part.labels(Part.entities(kafka)),
                        Part.KAFKA_OPERATOR,
                        "entityOperator.template.pod.metadata.labels",
                        findings));
    }

    private static void labelled(
            Manifest manifest, Map<String, String> labels, String part, String place, Findings findings) {
        if (!labels.getOrDefault(CallGraph.PART, "").equals(part)) {
            findings.add(
                    manifest,
                    "set %s: %s under spec.%s, or no policy knows its pods".formatted(CallGraph.PART, part, place));
        }
    }
}
