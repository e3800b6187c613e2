package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** How many pods there are: by one autoscaler each, within the connections of the database, and not all gone at once. */
final class ScalingRules {

    private ScalingRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("scaler-target", ScalingRules::targets),
                new ManifestRule("scaler-alone", ScalingRules::alone),
                new ManifestRule("connections", ScalingRules::connections),
                new ManifestRule("replicas", ScalingRules::replicas),
                new ManifestRule("disruption-target", ScalingRules::budgets),
                new ManifestRule("disruption-missing", ScalingRules::unbudgeted));
    }

    private static List<KubernetesObject> scalers(ManifestSet manifests) {
        return Stream.concat(manifests.of("HorizontalPodAutoscaler"), manifests.of("ScaledObject"))
                .toList();
    }

    private static Optional<KubernetesObject> target(ManifestSet manifests, KubernetesObject scaler) {
        var target = scaler.spec().at("scaleTargetRef");
        var kind = target.at("kind").exists() ? target.text("kind") : "Deployment";
        return kind.equals("Deployment") ? manifests.find(kind, target.text("name")) : Optional.empty();
    }

    private static List<KubernetesObject> scalersOf(ManifestSet manifests, KubernetesObject workload) {
        return scalers(manifests).stream()
                .filter(scaler -> target(manifests, scaler).equals(Optional.of(workload)))
                .toList();
    }

    private static void targets(ManifestSet manifests, FaultCollector findings) {
        for (var scaler : scalers(manifests)) {
            if (target(manifests, scaler).isEmpty()) {
                var name = scaler.spec().text("scaleTargetRef", "name");
                findings.add(scaler, "it scales %s, which is no Deployment here", name);
            }
            if (least(scaler) > most(scaler)) {
                findings.add(scaler, "its least %d is more than its most %d", least(scaler), most(scaler));
            }
        }
    }

    private static void alone(ManifestSet manifests, FaultCollector findings) {
        for (var deployment : manifests.all("Deployment")) {
            var scalers = scalersOf(manifests, deployment);
            if (scalers.size() > 1) {
                findings.add(deployment, "more than one autoscaler has it: %s; remove one", scalers);
            }
            if (!scalers.isEmpty() && deployment.spec().at("replicas").exists()) {
                findings.add(deployment, "remove spec.replicas: each apply would undo what %s says", scalers);
            }
        }
    }

    /** Where every workload has as many replicas as it may, each has its connections. */
    private static void connections(ManifestSet manifests, FaultCollector findings) {
        for (var cluster : manifests.all("Cluster")) {
            var most = cluster.spec().text("postgresql", "parameters", "max_connections");
            var wanted = manifests.instances().stream()
                            .filter(ApplicationInstance::isServing)
                            .mapToLong(instance ->
                                    (long) replicas(manifests, instance.owner(), ScalingRules::most) * pool(instance))
                            .sum()
                    + manifests
                            .of("Keycloak")
                            .mapToLong(ScalingRules::connections)
                            .sum();
            var there = most.matches("\\d{1,6}") ? Integer.parseInt(most) : 100;
            if (wanted > there) {
                findings.add(
                        cluster,
                        "replicas may open %d connections, and it takes %d; raise max_connections or lower maxReplicas",
                        wanted,
                        there);
            }
        }
    }

    /** As many for each instance as its operator is told, or Keycloak's 100. */
    private static long connections(KubernetesObject keycloak) {
        return (long) keycloak.spec().at("instances").number(1)
                * keycloak.spec().at("db", "poolMaxSize").number(100);
    }

    private static int pool(ApplicationInstance instance) {
        var size = instance.value("QUARKUS_DATASOURCE_JDBC_MAX_SIZE");
        return size.matches("\\d{1,6}")
                ? Integer.parseInt(size)
                : instance.application().pool();
    }

    /** Where it matters, one of each is none as soon as a node goes. */
    private static void replicas(ManifestSet manifests, FaultCollector findings) {
        manifests
                .of("Deployment")
                .filter(deployment ->
                        manifests.isProduction() && replicas(manifests, deployment, ScalingRules::least) < 2)
                .forEach(deployment -> findings.add(
                        deployment, "let an autoscaler keep two or more of it: one is none while its node is drained"));
    }

    private static int least(KubernetesObject scaler) {
        return scaler.is("ScaledObject")
                ? scaler.spec().at("minReplicaCount").number(0)
                : scaler.spec().at("minReplicas").number(1);
    }

    private static int most(KubernetesObject scaler) {
        return scaler.spec()
                .at(scaler.is("ScaledObject") ? "maxReplicaCount" : "maxReplicas")
                .number(100);
    }

    private static int replicas(
            ManifestSet manifests, KubernetesObject workload, ToIntFunction<KubernetesObject> ofScaler) {
        return scalersOf(manifests, workload).stream()
                .mapToInt(ofScaler)
                .max()
                .orElse(workload.spec().at("replicas").number(1));
    }

    private static List<WorkloadPod> pods(ManifestSet manifests, KubernetesObject budget) {
        return manifests.pods().stream()
                .filter(pod ->
                        pod.isServing() && new LabelSelector(budget.spec().at("selector")).matches(pod.labels()))
                .toList();
    }

    private static void budgets(ManifestSet manifests, FaultCollector findings) {
        for (var budget : manifests.all("PodDisruptionBudget")) {
            var owners =
                    pods(manifests, budget).stream().map(WorkloadPod::owner).toList();
            if (owners.size() != 1) {
                findings.add(budget, "its selector matches pods of %s; let it be one workload", owners);
            }
        }
    }

    private static void unbudgeted(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            var budgets = manifests
                    .of("PodDisruptionBudget")
                    .filter(budget -> pods(manifests, budget).contains(pod))
                    .count();
            if (pod.owner().is("Deployment") && budgets != 1) {
                findings.add(pod.owner(), "give it one PodDisruptionBudget; it has %d", budgets);
            }
        }
    }
}
