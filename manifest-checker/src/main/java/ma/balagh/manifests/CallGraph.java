package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who talks to whom (docs/ARCHITECTURE.md), by the label that the policies know pods by. */
final class CallGraph {

    static final String PART = "balagh.ma/part";

    /** Where each part listens. */
    static final Map<String, Integer> PORTS = Map.of(
            "portal", 8080,
            "intake", 8081,
            "analysis", 8082,
            "analysis-worker", 8082,
            "dispatch", 8083,
            "postgres", 5432,
            "kafka", 9092,
            "keycloak", 8080);

    private static final Map<String, Set<String>> CALLS = Map.ofEntries(
            Map.entry("portal", Set.of("intake", "analysis", "dispatch", "keycloak")),
            Map.entry("intake", Set.of("postgres", "kafka", "keycloak")),
            Map.entry("analysis", Set.of("intake", "postgres", "kafka", "keycloak")),
            Map.entry("analysis-worker", Set.of("intake", "postgres", "kafka", "keycloak")),
            Map.entry("dispatch", Set.of("intake", "analysis", "postgres", "kafka", "keycloak")),
            Map.entry("keycloak", Set.of("postgres")),
            Map.entry("intake-migrations", Set.of("postgres")),
            Map.entry("analysis-migrations", Set.of("postgres")),
            Map.entry("dispatch-migrations", Set.of("postgres")),
            Map.entry(PodGroup.REALM_IMPORT, Set.of("postgres")),
            Map.entry("kafka-topics", Set.of("kafka")));

    /** What fetches what is published, and what tells partners. */
    static final Set<String> TO_THE_WORLD = Set.of("intake", "dispatch");

    /** What an ingress controller may lead to. */
    static final Set<String> FROM_OUTSIDE = Set.of("portal", "intake", "dispatch", "keycloak");

    /** What the public may be led to, by Ingresses of their own that have public paths alone. */
    static final Set<String> FROM_THE_PUBLIC = Set.of("portal", "intake", "dispatch");

    /** In a small cluster, every service that answers people, wholly. */
    static final Set<String> FROM_OUTSIDE_LOCALLY = Set.of("portal", "intake", "analysis", "dispatch", "keycloak");

    private CallGraph() {}

    static boolean calls(String caller, String target) {
        // Replicas of a dependency talk among themselves; that is their own affair.
        return caller.equals(target) || CALLS.getOrDefault(caller, Set.of()).contains(target);
    }

    static List<String> parts() {
        var parts = new TreeSet<>(CALLS.keySet());
        parts.addAll(PORTS.keySet());
        return List.copyOf(parts);
    }
}
