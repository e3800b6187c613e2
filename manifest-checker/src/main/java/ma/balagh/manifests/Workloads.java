package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods that a workload keeps: its own, of which image, spread, and made anew one by one. */
final class Workloads {

    private static final Set<String> SPREADS = Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    private Workloads() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("selector", Workloads::selector),
                new Rule("unique-ports", Workloads::uniquePorts),
                new Rule("image", Workloads::image),
                new Rule("digest", Workloads::digest),
                new Rule("rollout", Workloads::rollout),
                new Rule("spread", Workloads::spread));
    }

    private static void selector(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var selector = pod.owner().spec().at("selector", "matchLabels").texts();
            if (pod.isServing() && selector.isEmpty()) {
                findings.add(pod.owner(), "give it spec.selector.matchLabels");
            } else if (pod.isServing() && !new Selector(pod.owner().spec().at("selector")).matches(pod.labels())) {
                findings.add(
                        pod.owner(),
                        "spec.selector %s selects none of its own pods, which are labelled %s"
                                .formatted(pod.owner().spec().at("selector").text(), pod.labels()));
            }
        }
    }

    private static void uniquePorts(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var seen = new HashSet<String>();
            for (var port : pod.ports()) {
                if (!port.at("name").exists()) {
                    findings.add(
                            pod.owner(), "name port " + port.at("containerPort").text());
                } else if (!seen.add(port.at("name").text())
                        || !seen.add(port.at("containerPort").text())) {
                    findings.add(
                            pod.owner(),
                            "port %s stands twice".formatted(port.at("name").text()));
                }
            }
        }
    }

    private static void image(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var image = container.at("image").text();
                var name = image.substring(image.lastIndexOf('/') + 1);
                if (image.isEmpty()) {
                    findings.add(pod.owner(), "give container %s an image".formatted(name(container)));
                } else if (!name.contains("@") && (!name.contains(":") || name.endsWith(":latest"))) {
                    findings.add(pod.owner(), "image %s is whatever is newest; name a version".formatted(image));
                }
            }
        }
    }

    private static void digest(Manifests manifests, Findings findings) {
        if (!manifests.isProduction()) {
            return;
        }
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var image = container.at("image").text();
                if (!image.isEmpty() && !image.matches(".+@sha256:[0-9a-f]{64}")) {
                    findings.add(
                            pod.owner(), "image %s can change; in production name it by @sha256:".formatted(image));
                }
            }
        }
    }

    private static void rollout(Manifests manifests, Findings findings) {
        manifests.of("Deployment").forEach(deployment -> {
            var strategy = deployment.spec().at("strategy");
            if (!strategy.at("rollingUpdate", "maxUnavailable").text().equals("0")) {
                findings.add(
                        deployment,
                        "set strategy.rollingUpdate.maxUnavailable to 0: a new pod is there before one goes");
            }
            if (deployment.spec().at("paused").is(true)) {
                findings.add(deployment, "remove spec.paused: what is applied would never be rolled out");
            }
        });
    }

    private static void spread(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var constraints = pod.spec().at("topologySpreadConstraints").items();
            if (pod.owner().is("Deployment") && constraints.isEmpty()) {
                findings.add(pod.owner(), "spread its pods over nodes by topologySpreadConstraints");
            }
            for (var constraint : constraints) {
                spread(pod, constraint.at("labelSelector", "matchLabels").texts(), findings);
                var key = constraint.at("topologyKey").text();
                if (!SPREADS.contains(key)) {
                    findings.add(pod.owner(), "nodes have no label %s; spread over one of %s".formatted(key, SPREADS));
                }
            }
            var apart = pod.spec().at("affinity", "podAntiAffinity");
            apart.at("requiredDuringSchedulingIgnoredDuringExecution")
                    .items()
                    .forEach(term ->
                            spread(pod, term.at("labelSelector", "matchLabels").texts(), findings));
            apart.at("preferredDuringSchedulingIgnoredDuringExecution")
                    .items()
                    .forEach(term -> spread(
                            pod,
                            term.at("podAffinityTerm", "labelSelector", "matchLabels")
                                    .texts(),
                            findings));
        }
    }

    private static void spread(Pod pod, Map<String, String> labels, Findings findings) {
        if (labels.isEmpty() || !pod.labels().entrySet().containsAll(labels.entrySet())) {
            findings.add(
                    pod.owner(), "it is kept apart from pods labelled %s, which its own are not".formatted(labels));
        }
    }

    private static String name(Node container) {
        return container.at("name").text();
    }
}
