package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many pods there are, and by what that moves. */
final class Scaling {

    /** Types of metrics, and the field that says more of each. */
    private static final Map<String, String> METRICS = Map.of(
            "Resource", "resource",
            "ContainerResource", "containerResource",
            "Pods", "pods",
            "Object", "object",
            "External", "external");

    private static final Set<String> SCALABLE = Set.of("Deployment", "StatefulSet");
    private static final List<String> PAUSES =
            List.of("autoscaling.keda.sh/paused", "autoscaling.keda.sh/paused-replicas");
    private static final Set<String> POLICIES = Set.of("", "Max", "Min");

    private Scaling() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("scaler-target", Scaling::scalerTarget),
                new Rule("scaler-alone", Scaling::scalerAlone),
                new Rule("scaler-range", Scaling::scalerRange),
                new Rule("scaler-metrics", Scaling::scalerMetrics),
                new Rule("scaler-still", Scaling::scalerStill),
                new Rule("connections", Scaling::connections),
                new Rule("alone", Scaling::alone));
    }

    private static List<Manifest> scalers(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> manifest.is("HorizontalPodAutoscaler") || manifest.is("ScaledObject"))
                .toList();
    }

    private static Optional<Manifest> target(Manifests manifests, Manifest scaler) {
        var target = scaler.spec().at("scaleTargetRef");
        var kind = target.at("kind").exists() ? target.at("kind").text() : "Deployment";
        return manifests.find(kind, target.at("name").text()).filter(there -> SCALABLE.contains(kind));
    }

    private static void scalerTarget(Manifests manifests, Findings findings) {
        for (var scaler : scalers(manifests)) {
            if (target(manifests, scaler).isEmpty()) {
                var reference = scaler.spec().at("scaleTargetRef");
                findings.add(
                        scaler,
                        "it scales %s, which is not here%s; set scaleTargetRef to one of %s"
                                .formatted(
                                        reference.at("name").text(),
                                        reference.at("kind").exists()
                                                ? " as " + reference.at("kind").text()
                                                : "",
                                        manifests.of("Deployment").toList()));
            }
            var group = scaler.spec().at("scaleTargetRef", "apiVersion");
            if (scaler.is("HorizontalPodAutoscaler") ? !group.is("apps/v1") : group.exists() && !group.is("apps/v1")) {
                findings.add(scaler, "set scaleTargetRef.apiVersion to apps/v1, not '%s'".formatted(group.text()));
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
                findings.add(
                        scaler,
                        "its least %d is more than its most %d; lower %s or raise %s"
                                .formatted(least(scaler), most(scaler), leastField(scaler), mostField(scaler)));
            }
            if (least(scaler) < 1) {
                findings.add(scaler, "set %s to 1 or more".formatted(leastField(scaler)));
            }
        }
    }

    private static void scalerMetrics(Manifests manifests, Findings findings) {
        manifests.of("HorizontalPodAutoscaler").forEach(scaler -> {
            var metrics = scaler.spec().at("metrics").items();
            if (metrics.isEmpty()) {
                findings.add(scaler, "it scales by nothing; say under spec.metrics by what");
            }
            metrics.forEach(metric -> metric(scaler, metric, findings));
        });
    }

    private static void metric(Manifest scaler, Node metric, Findings findings) {
        var type = metric.at("type").text();
        var field = METRICS.getOrDefault(type, "");
        if (field.isEmpty()) {
            findings.add(scaler, "there is no metric of type '%s'; set type: Resource".formatted(type));
            return;
        }
        if (!type.equals("Resource")) {
            if (!metric.at(field).exists()) {
                findings.add(scaler, "say under %s what its metric of type %s is".formatted(field, type));
            }
            return;
        }
        var name = metric.at("resource", "name").text();
        if (!name.equals("cpu") && !name.equals("memory")) {
            findings.add(scaler, "it scales by resource '%s', which nobody measures; set cpu".formatted(name));
        }
        var target = metric.at("resource", "target");
        var share = target.at("averageUtilization").number(0);
        if (target.at("type").is("Utilization")) {
            if (share < 1 || share > 100) {
                findings.add(
                        scaler,
                        "set averageUtilization of %s between 1 and 100, not '%s'"
                                .formatted(name, target.at("averageUtilization").text()));
            }
        } else if (!target.at("type").is("AverageValue")
                || !target.at("averageValue").exists()) {
            findings.add(
                    scaler,
                    "target.type '%s' of %s cannot be scaled by; set Utilization and averageUtilization"
                            .formatted(target.at("type").text(), name));
        }
    }

    /** An autoscaler that never moves, or that leaves nobody. */
    private static void scalerStill(Manifests manifests, Findings findings) {
        for (var scaler : scalers(manifests)) {
            var annotations = scaler.content().at("metadata", "annotations");
            PAUSES.stream()
                    .filter(pause -> annotations.at(pause).exists())
                    .forEach(pause -> findings.add(scaler, "remove annotation %s: it scales no more".formatted(pause)));
            if (scaler.spec().at("idleReplicaCount").exists()) {
                findings.add(scaler, "remove idleReplicaCount: whoever waits for little would find nobody");
            }
            var policy = behavior(scaler).at("scaleUp", "selectPolicy").text();
            if (!POLICIES.contains(policy)) {
                findings.add(
                        scaler,
                        "remove behavior.scaleUp.selectPolicy '%s': it would never add a pod".formatted(policy));
            }
        }
    }

    private static Node behavior(Manifest scaler) {
        return scaler.is("ScaledObject")
                ? scaler.spec().at("advanced", "horizontalPodAutoscalerConfig", "behavior")
                : scaler.spec().at("behavior");
    }

    /** Where every workload has as many replicas as it may, each has its connections. */
    private static void connections(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            var most = cluster.spec()
                    .at("postgresql", "parameters", "max_connections")
                    .text();
            var wanted = manifests.pods().stream()
                    .filter(Pod::isServing)
                    .mapToLong(pod -> (long) most(manifests, pod.owner()) * pool(manifests, pod))
                    .sum();
            var there = most.matches("\\d{1,6}") ? Integer.parseInt(most) : 100;
            if (wanted > there) {
                findings.add(
                        cluster,
                        "replicas may open %d connections, and it takes %d; raise max_connections or lower QUARKUS_DATASOURCE_JDBC_MAX_SIZE or maxReplicas"
                                .formatted(wanted, there));
            }
        });
    }

    private static int pool(Manifests manifests, Pod pod) {
        return Instance.of(manifests, pod)
                .filter(instance -> instance.application().hasDatabase())
                .mapToInt(instance -> {
                    var size = instance.value("QUARKUS_DATASOURCE_JDBC_MAX_SIZE");
                    return size.matches("\\d{1,6}")
                            ? Integer.parseInt(size)
                            : instance.application().pool();
                })
                .sum();
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

    private static String leastField(Manifest scaler) {
        return scaler.is("ScaledObject") ? "minReplicaCount" : "minReplicas";
    }

    private static String mostField(Manifest scaler) {
        return scaler.is("ScaledObject") ? "maxReplicaCount" : "maxReplicas";
    }

    private static int least(Manifest scaler) {
        return scaler.spec().at(leastField(scaler)).number(scaler.is("ScaledObject") ? 0 : 1);
    }

    private static int most(Manifest scaler) {
        return scaler.spec().at(mostField(scaler)).number(100);
    }

    /** How many pods a workload may come to have. */
    static int most(Manifests manifests, Manifest workload) {
        return scalers(manifests).stream()
                .filter(scaler -> target(manifests, scaler).equals(Optional.of(workload)))
                .mapToInt(Scaling::most)
                .max()
                .orElse(workload.spec().at("replicas").number(1));
    }

    /** How many pods a workload has at the least. */
    static int replicas(Manifests manifests, Manifest workload) {
        return scalers(manifests).stream()
                .filter(scaler -> target(manifests, scaler).equals(Optional.of(workload)))
                .mapToInt(Scaling::least)
                .findFirst()
                .orElse(workload.spec().at("replicas").number(1));
    }
}
