package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Questions that say whether a container has started, lives and is ready, and the patience with its answers. */
final class Probes {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/health/started",
            "livenessProbe", "/health/live",
            "readinessProbe", "/health/ready");

    private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "exec", "grpc");

    /** Seconds that a pause of the collector, or of the node, may last before a pod is killed for it. */
    private static final int PAUSE = 15;

    /** Seconds that a start may take on a busy node. */
    private static final int START = 60;

    private Probes() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("probes", Probes::probes),
                new Rule("probe-handler", Probes::handlers),
                new Rule("probe-patience", Probes::patience));
    }

    private static void probes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.isServing()) {
                for (var container : pod.mainContainers()) {
                    PROBES.keySet().forEach(name -> probe(manifests, pod, container, name, findings));
                }
            }
        }
    }

    private static void probe(Manifests manifests, Pod pod, Node container, String name, Findings findings) {
        var probe = container.at(name);
        var request = probe.at("httpGet");
        boolean application = Application.of(container).isPresent();
        var path = path(container, name);
        if (!probe.exists()) {
            findings.add(
                    pod.owner(),
                    "give container %s a %s".formatted(container.at("name").text(), name));
        } else if (application && !request.exists()) {
            findings.add(pod.owner(), "let %s ask by httpGet with path %s".formatted(name, path));
        } else if (!path.isEmpty()
                && request.exists()
                && !request.at("path").text().equals(path)) {
            findings.add(
                    pod.owner(),
                    "%s asks for %s; that question is answered at %s"
                            .formatted(name, request.at("path").text(), path));
        }
        if (application && request.exists()) {
            scheme(pod, name, request, Certificates.isEncrypted(manifests, container), findings);
        }
        var port = request.exists()
                ? request.at("port").text()
                : probe.at("tcpSocket", "port").text();
        if (!port.isEmpty() && !pod.hasPort(port)) {
            findings.add(pod.owner(), "%s asks at port %s, which the pod does not have".formatted(name, port));
        }
    }

    /** Where a question is answered; empty where that is not ours to know. */
    private static String path(Node container, String name) {
        if (Application.of(container).isPresent()) {
            return "/q" + PROBES.getOrDefault(name, "");
        }
        boolean keycloak = container.at("image").text().matches("(.*/)?keycloak[:@].*");
        return keycloak
                        && container.at("env").items().stream()
                                .noneMatch(entry -> entry.at("name").text().endsWith("_RELATIVE_PATH"))
                ? PROBES.getOrDefault(name, "")
                : "";
    }

    private static void scheme(Pod pod, String name, Node request, boolean encrypted, Findings findings) {
        if (encrypted != request.at("scheme").text().equals("HTTPS")) {
            findings.add(
                    pod.owner(),
                    (encrypted
                                    ? "set scheme: HTTPS for %s: it listens with TLS alone"
                                    : "remove scheme from %s: it listens without TLS")
                            .formatted(name));
        }
    }

    private static void handlers(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                PROBES.keySet().stream()
                        .filter(name -> container.at(name).exists())
                        .forEach(name -> handler(pod, container.at(name), name, findings));
            }
        }
    }

    private static void handler(Pod pod, Node probe, String name, Findings findings) {
        var count = HANDLERS.stream().filter(kind -> probe.at(kind).exists()).count();
        if (count != 1) {
            findings.add(pod.owner(), "%s asks in %d ways; give it one of %s".formatted(name, count, HANDLERS));
        }
        if (probe.at("exec").exists() && probe.at("exec", "command").items().isEmpty()) {
            findings.add(pod.owner(), "give exec of %s a command".formatted(name));
        }
        Stream.of("httpGet", "tcpSocket")
                .filter(kind -> probe.at(kind, "host").exists())
                .forEach(kind -> findings.add(
                        pod.owner(), "remove %s.host of %s: it asks somebody else than the pod".formatted(kind, name)));
    }

    private static void patience(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            var container = instance.container();
            PROBES.keySet().forEach(probe -> timeout(instance.pod(), container.at(probe), probe, findings));
            patience(instance.pod(), container, "livenessProbe", PAUSE, findings);
            patience(instance.pod(), container, "startupProbe", START, findings);
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
}
