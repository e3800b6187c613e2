package ma.balagh.manifests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the API server refuses of pods and their rollout, and what it takes although it cannot work. */
final class Rollouts {

    /** Seconds without progress after which a rollout counts as failed, where nothing is said. */
    private static final int DEADLINE = 600;

    /** Seconds after which a probe that still waits is of no use. */
    private static final int LONGEST_LIVENESS = 300;

    /** Bytes and processors that a container of ours can start with, and that a node can have. */
    private static final Map<String, BigDecimal> LEAST =
            Map.of("cpu", new BigDecimal("0.005"), "memory", new BigDecimal(16 << 20));

    private static final Map<String, BigDecimal> MOST =
            Map.of("cpu", new BigDecimal(64), "memory", new BigDecimal(1L << 40));

    private static final int LONGEST_READINESS = 120;
    private static final int LONGEST_START = 1800;

    private Rollouts() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("strategy", Rollouts::strategy),
                new Rule("progress", Rollouts::progress),
                new Rule("probe-limits", Rollouts::probes),
                new Rule("amounts", Rollouts::amounts));
    }

    private static void strategy(Manifests manifests, Findings findings) {
        manifests.of("Deployment").forEach(deployment -> {
            var strategy = deployment.spec().at("strategy");
            var type = strategy.at("type").text();
            if (!Set.of("", "RollingUpdate").contains(type)) {
                findings.add(
                        deployment,
                        "set strategy.type to RollingUpdate: with '%s' there is a time without pods".formatted(type));
            }
            if (Set.of("0", "0%")
                    .contains(strategy.at("rollingUpdate", "maxSurge").text())) {
                findings.add(deployment, "set strategy.rollingUpdate.maxSurge to 1: without it no new pod is made");
            }
            if (deployment.spec().at("revisionHistoryLimit").is(0)) {
                findings.add(deployment, "remove revisionHistoryLimit: with 0 nothing can be rolled back");
            }
        });
    }

    private static void progress(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var spec = pod.owner().spec();
            var deadline = spec.at("progressDeadlineSeconds").number(DEADLINE);
            if (!pod.owner().is("Deployment")) {
                continue;
            }
            if (spec.at("minReadySeconds").number(0) >= deadline) {
                findings.add(
                        pod.owner(), "let minReadySeconds be less than progressDeadlineSeconds %d".formatted(deadline));
            }
            for (var container : pod.mainContainers()) {
                var start = seconds(container.at("startupProbe"));
                if (start > deadline) {
                    findings.add(
                            pod.owner(),
                            "raise progressDeadlineSeconds above the %d s that a start may take".formatted(start));
                }
            }
        }
    }

    private static void probes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                limit(pod, container, "livenessProbe", LONGEST_LIVENESS, findings);
                limit(pod, container, "readinessProbe", LONGEST_READINESS, findings);
                limit(pod, container, "startupProbe", LONGEST_START, findings);
                for (var name : List.of("livenessProbe", "startupProbe")) {
                    if (container.at(name, "successThreshold").number(1) != 1) {
                        findings.add(pod.owner(), "remove successThreshold of %s: it can only be 1".formatted(name));
                    }
                }
            }
        }
    }

    private static void limit(Pod pod, Node container, String name, int most, Findings findings) {
        var probe = container.at(name);
        if (probe.exists() && seconds(probe) > most) {
            findings.add(
                    pod.owner(),
                    "%s notices after %d s; let initialDelaySeconds and periodSeconds times failureThreshold be %d at most"
                            .formatted(name, seconds(probe), most));
        }
    }

    private static void amounts(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var kind : List.of("requests", "limits")) {
                    container.at("resources", kind).texts().forEach((resource, text) -> {
                        var amount = Amounts.of(text);
                        if (LEAST.containsKey(resource)
                                && Amounts.isOne(text)
                                && (amount.compareTo(LEAST.get(resource)) < 0
                                        || amount.compareTo(MOST.get(resource)) > 0)) {
                            findings.add(
                                    pod.owner(),
                                    "%s %s of %s for container %s cannot be meant; write it as %s"
                                            .formatted(
                                                    kind,
                                                    text,
                                                    resource,
                                                    container.at("name").text(),
                                                    resource.equals("cpu") ? "250m or \"2\"" : "512Mi or 2Gi"));
                        }
                    });
                }
            }
        }
    }

    /** How long a probe may fail until something follows. */
    private static long seconds(Node probe) {
        return probe.exists()
                ? probe.at("initialDelaySeconds").number(0)
                        + (long) probe.at("periodSeconds").number(10)
                                * probe.at("failureThreshold").number(3)
                : 0;
    }
}
