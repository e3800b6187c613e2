package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods that start, live, are ready, and stop without losing a request. */
final class Workloads {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    /** {@code quarkus.shutdown.timeout} of the applications, in seconds, and as much again for closing what is open. */
    private static final int CLOSING = 20;

    /** Seconds that a pause of the collector, or of the node, may last before a pod is killed for it. */
    private static final int PAUSE = 15;

    /** Seconds that a start may take on a busy node. */
    private static final int START = 60;

    private static final Set<String> SPREADS = Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    private Workloads() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("selector", Workloads::selector),
                new Rule("unique-ports", Workloads::uniquePorts),
                new Rule("probes", Workloads::probes),
                new Rule("probe-patience", Workloads::patience),
                new Rule("resources", Workloads::resources),
                new Rule("image", Workloads::image),
                new Rule("digest", Workloads::digest),
                new Rule("shutdown", Workloads::shutdown),
                new Rule("rollout", Workloads::rollout),
                new Rule("spread", Workloads::spread));
    }

    private static void selector(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var selector = pod.owner().spec().at("selector", "matchLabels").texts();
            if (pod.isServing() && selector.isEmpty()) {
                findings.add(pod.owner(), "give it spec.selector.matchLabels");
            } else if (pod.isServing() && !pod.labels().entrySet().containsAll(selector.entrySet())) {
                findings.add(
                        pod.owner(),
                        "spec.selector %s selects none of its own pods, which are labelled %s"
                                .formatted(selector, pod.labels()));
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

    private static void probes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.isServing()) {
                pod.mainContainers().forEach(container -> probes(manifests, pod, container, findings));
            }
        }
    }

    private static void probes(Manifests manifests, Pod pod, Node container, Findings findings) {
        for (var expected : PROBES.entrySet()) {
            var probe = container.at(expected.getKey());
            var request = probe.at("httpGet");
            if (!probe.exists()) {
                findings.add(pod.owner(), "give container %s a %s".formatted(name(container), expected.getKey()));
            } else if (Application.of(container).isPresent() && !request.exists()) {
                findings.add(
                        pod.owner(),
                        "let %s ask by httpGet with path %s".formatted(expected.getKey(), expected.getValue()));
            } else if (Application.of(container).isPresent()
                    && !request.at("path").text().equals(expected.getValue())) {
                findings.add(
                        pod.owner(),
                        "%s asks for %s; that question is answered at %s"
                                .formatted(expected.getKey(), request.at("path").text(), expected.getValue()));
            }
            var encrypted = Certificates.isEncrypted(manifests, container);
            if (Application.of(container).isPresent()
                    && request.exists()
                    && encrypted != request.at("scheme").text().equals("HTTPS")) {
                findings.add(
                        pod.owner(),
                        (encrypted
                                        ? "set scheme: HTTPS for %s: it listens with TLS alone"
                                        : "remove scheme from %s: it listens without TLS")
                                .formatted(expected.getKey()));
            }
            var port = request.exists()
                    ? request.at("port").text()
                    : probe.at("tcpSocket", "port").text();
            if (!port.isEmpty() && !pod.hasPort(port)) {
                findings.add(
                        pod.owner(),
                        "%s asks at port %s, which the pod does not have".formatted(expected.getKey(), port));
            }
        }
    }

    private static void patience(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                if (Application.of(container).isPresent()) {
                    PROBES.keySet().forEach(probe -> timeout(pod, container.at(probe), probe, findings));
                    patience(pod, container, "livenessProbe", PAUSE, findings);
                    patience(pod, container, "startupProbe", START, findings);
                }
            }
        }
    }

    private static void timeout(Pod pod, Node probe, String name, Findings findings) {
        if (probe.at("timeoutSeconds").number(1) > probe.at("periodSeconds").number(10)) {
            findings.add(pod.owner(), "let timeoutSeconds of %s be no more than periodSeconds".formatted(name));
        }
    }

    private static void patience(Pod pod, Node container, String name, int least, Findings findings) {
        var probe = container.at(name);
        var seconds = probe.at("periodSeconds").number(10)
                * probe.at("failureThreshold").number(3);
        if (probe.exists() && seconds < least) {
            findings.add(
                    pod.owner(),
                    "%s kills after %d s; let periodSeconds times failureThreshold be %d or more"
                            .formatted(name, seconds, least));
        }
    }

    private static void resources(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var resource : List.of("cpu", "memory")) {
                    var request = container.at("resources", "requests", resource);
                    var limit = container.at("resources", "limits", resource);
                    if (!request.exists() || !limit.exists()) {
                        findings.add(
                                pod.owner(),
                                "set request and limit of %s for container %s".formatted(resource, name(container)));
                    }
                }
                limitsBelowRequests(pod, container, findings);
            }
        }
    }

    private static void limitsBelowRequests(Pod pod, Node container, Findings findings) {
        container.at("resources", "limits").texts().forEach((resource, limit) -> {
            var request = container.at("resources", "requests", resource);
            if (request.exists()
                    && Amounts.isOne(limit)
                    && Amounts.of(limit).compareTo(Amounts.of(request.text())) < 0) {
                findings.add(
                        pod.owner(),
                        "container %s may have %s of %s and asks for %s; raise the limit or lower the request"
                                .formatted(name(container), limit, resource, request.text()));
            }
        });
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

    private static void shutdown(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                if (!pod.isServing() || Application.of(container).isEmpty()) {
                    continue;
                }
                var pause =
                        container.at("lifecycle", "preStop", "sleep", "seconds").number(0);
                var delay = Environment.value(manifests, container, "QUARKUS_SHUTDOWN_DELAY");
                var needed = pause + seconds(delay) + CLOSING;
                var said = pod.spec().at("terminationGracePeriodSeconds");
                // A text in its place is the strict reading's to tell.
                var grace = said.number(said.exists() ? needed : 30);
                if (pause < 5) {
                    findings.add(
                            pod.owner(),
                            "let lifecycle.preStop sleep 5 s or more, or requests still come when it no longer listens");
                } else if (grace < needed) {
                    findings.add(
                            pod.owner(),
                            "terminationGracePeriodSeconds %d kills it at work; set it to %d or more: %d s of preStop, %s of"
                                            .formatted(grace, needed, pause, delay.isEmpty() ? "no time" : delay)
                                    + " QUARKUS_SHUTDOWN_DELAY and %d s to close".formatted(CLOSING));
                }
            }
        }
    }

    /** Of a delay such as {@code 5s}. */
    private static int seconds(String delay) {
        return delay.matches("\\d{1,4}s") ? Integer.parseInt(delay.replace("s", "")) : 0;
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
