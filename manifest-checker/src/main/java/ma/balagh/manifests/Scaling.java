package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many pods there are, and how many may go at once. */
final class Scaling {

    private Scaling() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("disruption-target", Scaling::disruptionTarget),
                new Rule("disruption-drain", Scaling::disruptionDrain),
                new Rule("disruption-missing", Scaling::disruptionMissing),
                new Rule("scaler-target", Scaling::scalerTarget),
                new Rule("scaler-alone", Scaling::scalerAlone),
                new Rule("scaler-range", Scaling::scalerRange),
                new Rule("alone", Scaling::alone));
    }

    private static Map<String, String> labels(Manifest budget) {
        return budget.spec().at("selector", "matchLabels").texts();
    }

    private static void disruptionTarget(Manifests manifests, Findings findings) {
        manifests.of("PodDisruptionBudget").forEach(budget -> {
            if (manifests.podsWith(labels(budget)).stream().noneMatch(Pod::isServing)) {
                findings.add(budget, "its selector %s matches no pod".formatted(labels(budget)));
            }
        });
    }

    private static void disruptionDrain(Manifests manifests, Findings findings) {
        manifests.of("PodDisruptionBudget").forEach(budget -> {
            var unavailable = budget.spec().at("maxUnavailable").text();
            var available = budget.spec().at("minAvailable").text();
            var replicas = manifests.podsWith(labels(budget)).stream()
                    .mapToInt(pod -> replicas(manifests, pod.owner()))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (unavailable.equals("0")
                    || unavailable.equals("0%")
                    || available.equals("100%")
                    || available.matches("\\d{1,6}") && Integer.parseInt(available) >= replicas) {
                findings.add(budget, "it never lets a pod go, so no node can be drained; set maxUnavailable: 1");
            }
        });
    }

    private static void disruptionMissing(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.owner().is("Deployment")
                    && manifests
                            .of("PodDisruptionBudget")
                            .map(Scaling::labels)
                            .noneMatch(labels ->
                                    !labels.isEmpty() && pod.labels().entrySet().containsAll(labels.entrySet()))) {
                findings.add(pod.owner(), "a drain may take all its pods at once; give it a PodDisruptionBudget");
            }
        }
    }

    private static List<Manifest> scalers(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> manifest.is("HorizontalPodAutoscaler") || manifest.is("ScaledObject"))
                .toList();
    }

    private static Optional<Manifest> target(Manifests manifests, Manifest scaler) {
        var target = scaler.spec().at("scaleTargetRef");
        var kind = target.at("kind").exists() ? target.at("kind").text() : "Deployment";
        return manifests.find(kind, target.at("name").text());
    }

    private static void scalerTarget(Manifests manifests, Findings findings) {
        for (var scaler : scalers(manifests)) {
            if (target(manifests, scaler).isEmpty()) {
                findings.add(
                        scaler,
                        "it scales %s, which is not here"
                                .formatted(scaler.spec()
                                        .at("scaleTargetRef", "name")
                                        .text()));
            }
        }
    }

    private static void scalerAlone(Manifests manifests, Findings findings) {
        for (var scaler : scalers(manifests)) {
            var target = target(manifests, scaler);
            if (target.isEmpty()) {
                continue;
            }
            if (target.get().spec().at("replicas").exists()) {
                findings.add(
                        target.get(), "remove spec.replicas: each apply would undo what %s says".formatted(scaler));
            }
            if (scalers(manifests).stream()
                    .anyMatch(
                            other -> other != scaler && target(manifests, other).equals(target))) {
                findings.add(scaler, "another autoscaler has %s, too; remove one".formatted(target.get()));
            }
        }
    }

    private static void scalerRange(Manifests manifests, Findings findings) {
        for (var scaler : scalers(manifests)) {
            if (least(scaler) > most(scaler)) {
                findings.add(scaler, "its least %d is more than its most %d".formatted(least(scaler), most(scaler)));
            }
        }
    }

    /** Where it matters, one of each is none as soon as a node goes. */
    private static void alone(Manifests manifests, Findings findings) {
        if (!manifests.isProduction()) {
            return;
        }
        manifests
                .of("Deployment")
                .filter(deployment -> replicas(manifests, deployment) < 2)
                .forEach(deployment -> findings.add(
                        deployment, "let an autoscaler keep two or more of it: one is none while its node is drained"));
        manifests.all().stream()
                .filter(manifest -> manifest.is("Cluster") || manifest.is("Keycloak"))
                .filter(manifest -> manifest.spec().at("instances").number(1) < 2)
                .forEach(manifest -> findings.add(manifest, "set instances to 2 or more"));
    }

    private static int least(Manifest scaler) {
        return scaler.spec()
                .at(scaler.is("ScaledObject") ? "minReplicaCount" : "minReplicas")
                .number(1);
    }

    private static int most(Manifest scaler) {
        return scaler.spec()
                .at(scaler.is("ScaledObject") ? "maxReplicaCount" : "maxReplicas")
                .number(100);
    }

    /** How many pods a workload may come to have. */
    static int most(Manifests manifests, Manifest workload) {
        return scalers(manifests).stream()
                .filter(scaler -> target(manifests, scaler).equals(Optional.of(workload)))
                .mapToInt(Scaling::most)
                .max()
                .orElse(workload.spec().at("replicas").number(1));
    }

    private static int replicas(Manifests manifests, Manifest workload) {
        return scalers(manifests).stream()
                .filter(scaler -> target(manifests, scaler).equals(Optional.of(workload)))
                .mapToInt(Scaling::least)
                .findFirst()
                .orElse(workload.spec().at("replicas").number(1));
    }
}
