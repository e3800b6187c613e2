package ma.balagh.manifests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What pods get of processors and memory, those that operators make included. */
final class Resources {

    private static final List<String> BOUNDS = List.of("requests", "limits");

    /** Bytes without which an application of ours, or a server, does not start. */
    private static final Map<String, BigDecimal> LEAST =
            Map.of("requests", new BigDecimal(128 << 20), "limits", new BigDecimal(256 << 20));

    /** Custom resources whose operator makes pods of them. */
    private static final List<String> MAKING_PODS =
            List.of("Cluster", "KafkaNodePool", "Keycloak", "KeycloakRealmImport");

    private Resources() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("resources", Resources::containers),
                new Rule("memory", Resources::memory),
                new Rule("operator-resources", Resources::operators));
    }

    private static void containers(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var resources = container.at("resources");
                for (var resource : List.of("cpu", "memory")) {
                    if (!resources.at("requests", resource).exists()
                            || !resources.at("limits", resource).exists()) {
                        findings.add(
                                pod.owner(),
                                "set request and limit of %s for %s".formatted(resource, called(container)));
                    }
                }
                limitsBelowRequests(pod.owner(), called(container), resources, findings);
            }
        }
    }

    private static String called(Node container) {
        return "container " + container.at("name").text();
    }

    private static void limitsBelowRequests(Manifest owner, String who, Node resources, Findings findings) {
        resources.at("limits").texts().forEach((resource, limit) -> {
            var request = resources.at("requests", resource);
            if (request.exists()
                    && Amounts.isOne(limit)
                    && Amounts.of(limit).compareTo(Amounts.of(request.text())) < 0) {
                findings.add(
                        owner,
                        "%s may have %s of %s and asks for %s; raise the limit or lower the request"
                                .formatted(who, limit, resource, request.text()));
            }
        });
    }

    private static void memory(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                if (Application.of(container).isPresent()) {
                    memory(pod.owner(), called(container), container.at("resources"), findings);
                }
            }
        }
    }

    private static void memory(Manifest owner, String who, Node resources, Findings findings) {
        for (var bound : BOUNDS) {
            var amount = resources.at(bound, "memory").text();
            if (Amounts.isOne(amount) && Amounts.of(amount).compareTo(LEAST.getOrDefault(bound, BigDecimal.ZERO)) < 0) {
                findings.add(
                        owner,
                        "%s cannot start with %s of memory; raise resources.%s.memory to %s or more"
                                .formatted(who, amount, bound, bound.equals("limits") ? "256Mi" : "128Mi"));
            }
        }
    }

    private static void operators(Manifests manifests, Findings findings) {
        manifests.all().stream()
                .filter(manifest -> MAKING_PODS.contains(manifest.kind()))
                .forEach(manifest -> operators(manifests, manifest, findings));
    }

    private static void operators(Manifests manifests, Manifest manifest, Findings findings) {
        var resources = manifest.spec().at("resources");
        for (var bound : BOUNDS) {
            // The rules of databases ask it of a Cluster.
            if (!manifests.isLocal()
                    && !manifest.is("Cluster")
                    && !resources.at(bound, "memory").exists()) {
                findings.add(manifest, "set resources.%s.memory of its pods".formatted(bound));
            }
            resources.at(bound).texts().forEach((resource, amount) -> {
                if (!Amounts.isOne(amount)) {
                    findings.add(
                            manifest,
                            "write resources.%s.%s as 250m, 2 or 1Gi, not '%s'".formatted(bound, resource, amount));
                }
            });
        }
        memory(manifest, "a pod of it", resources, findings);
        limitsBelowRequests(manifest, "a pod of it", resources, findings);
    }
}
