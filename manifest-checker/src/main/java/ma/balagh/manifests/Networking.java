package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Services lead to pods, ingresses to services, and everything from outside comes encrypted. */
final class Networking {

    private Networking() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("service-selector", Networking::serviceSelector),
                new Rule("service-port", Networking::servicePort),
                new Rule("service-type", Networking::serviceType),
                new Rule("ingress-backend", Networking::ingressBackend),
                new Rule("ingress-tls", Networking::ingressTls),
                new Rule("monitor", Networking::monitors));
    }

    private static void serviceSelector(Manifests manifests, Findings findings) {
        manifests.of("Service").forEach(service -> {
            var labels = service.spec().at("selector").texts();
            var owners = serving(manifests, service).stream().map(Pod::owner).toList();
            if (owners.isEmpty() && Certificates.keycloak(manifests, service).isEmpty()) {
                findings.add(
                        service,
                        "its selector %s matches no pod; set app.kubernetes.io/name to one of %s"
                                .formatted(labels, names(manifests)));
            } else if (owners.size() > 1) {
                findings.add(service, "its selector %s matches pods of %s; narrow it".formatted(labels, owners));
            }
            serving(manifests, service).stream()
                    .filter(pod -> owners.size() == 1
                            && CallGraph.PORTS.containsKey(service.name())
                            && !pod.part().equals(service.name()))
                    .forEach(pod -> findings.add(
                            service,
                            "it leads to %s; set selector app.kubernetes.io/name to %s"
                                    .formatted(pod.owner(), service.name())));
            if (service.spec().at("publishNotReadyAddresses").is(true)
                    && serving(manifests, service).stream()
                            .anyMatch(
                                    pod -> Instance.of(manifests, pod).findAny().isPresent())) {
                findings.add(service, "remove publishNotReadyAddresses: it leads to pods that are not ready");
            }
        });
    }

    /** What pods that stay are called by their label. */
    static List<String> names(Manifests manifests) {
        return manifests.pods().stream()
                .filter(Pod::isServing)
                .map(pod -> pod.labels().getOrDefault("app.kubernetes.io/name", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Pod> serving(Manifests manifests, Manifest service) {
        return manifests.podsWith(service.spec().at("selector").texts()).stream()
                .filter(Pod::isServing)
                .toList();
    }

    private static void servicePort(Manifests manifests, Findings findings) {
        manifests.of("Service").forEach(service -> {
            var pods = serving(manifests, service);
            var names = new HashSet<String>();
            for (var port : service.spec().at("ports").items()) {
                var target = port.at("targetPort").exists() ? port.at("targetPort") : port.at("port");
                if (!port.at("name").exists()) {
                    findings.add(service, "name port " + port.at("port").text());
                } else if (!names.add(port.at("name").text())
                        || !names.add(port.at("port").text())) {
                    findings.add(
                            service,
                            "port %s stands twice".formatted(port.at("name").text()));
                }
                if (port.at("protocol").exists() && !port.at("protocol").is("TCP")) {
                    findings.add(
                            service,
                            "set protocol TCP for port %s, not %s"
                                    .formatted(
                                            port.at("port").text(),
                                            port.at("protocol").text()));
                }
                for (var pod : pods) {
                    if (!pod.hasPort(target.text())) {
                        findings.add(
                                service, "its targetPort %s is no port of %s".formatted(target.text(), pod.owner()));
                    }
                }
            }
        });
    }

    private static void serviceType(Manifests manifests, Findings findings) {
        manifests.of("Service").forEach(service -> {
            var type = service.spec().at("type").text();
            if (type.equals("NodePort") || type.equals("LoadBalancer") || type.equals("ExternalName")) {
                findings.add(
                        service, "type %s leads past the ingress; leave it out and add an Ingress".formatted(type));
            }
            if (service.spec().at("externalIPs").exists()) {
                findings.add(service, "externalIPs lead past the ingress; leave them out and add an Ingress");
            }
        });
    }

    private static void ingressBackend(Manifests manifests, Findings findings) {
        manifests
                .of("Ingress")
                .forEach(ingress -> backends(ingress).forEach(backend -> {
                    var name = backend.at("name").text();
                    var port = backend.at("port");
                    var wanted = port.at("name").exists()
                            ? port.at("name").text()
                            : port.at("number").text();
                    var service = manifests.find("Service", name);
                    if (service.isEmpty()) {
                        findings.add(
                                ingress,
                                "there is no Service '%s', only %s"
                                        .formatted(
                                                name,
                                                manifests
                                                        .of("Service")
                                                        .map(Manifest::name)
                                                        .toList()));
                    } else if (service.get().spec().at("ports").items().stream()
                            .noneMatch(there -> there.at("name").text().equals(wanted)
                                    || there.at("port").text().equals(wanted))) {
                        findings.add(ingress, "Service '%s' has no port %s".formatted(name, wanted));
                    } else if (!fromOutside(manifests).contains(name)) {
                        findings.add(ingress, "remove it: Service '%s' is reached from inside only".formatted(name));
                    } else if (CallGraph.PORTS.containsKey(ingress.name())
                            && !ingress.name().equals(name)) {
                        findings.add(
                                ingress,
                                "it leads to Service '%s'; set backend.service.name to %s"
                                        .formatted(name, ingress.name()));
                    }
                }));
    }

    static Set<String> fromOutside(Manifests manifests) {
        return manifests.isLocal() ? CallGraph.FROM_OUTSIDE_LOCALLY : CallGraph.FROM_OUTSIDE;
    }

    /** The services that it leads to. */
    static Stream<Node> backends(Manifest ingress) {
        var rules = ingress.spec().at("rules").items().stream()
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.at("backend", "service"));
        return Stream.concat(rules, Stream.of(ingress.spec().at("defaultBackend", "service")))
                .filter(Node::exists);
    }

    private static void ingressTls(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        manifests.of("Ingress").forEach(ingress -> {
            var encrypted = new HashSet<String>();
            for (var tls : ingress.spec().at("tls").items()) {
                var secret = tls.at("secretName").text();
                for (var host : tls.at("hosts").items()) {
                    encrypted.add(host.text());
                    if (!isCertified(manifests, secret, host.text())) {
                        findings.add(ingress, "no Certificate makes Secret '%s' for %s".formatted(secret, host.text()));
                    }
                }
            }
            for (var rule : ingress.spec().at("rules").items()) {
                if (!encrypted.contains(rule.at("host").text())) {
                    findings.add(
                            ingress,
                            "host %s is served without TLS; name it under spec.tls"
                                    .formatted(rule.at("host").text()));
                }
            }
        });
    }

    private static boolean isCertified(Manifests manifests, String secret, String host) {
        return manifests
                .of("Certificate")
                .anyMatch(certificate ->
                        certificate.spec().at("secretName").text().equals(secret)
                                && certificate.spec().at("dnsNames").items().stream()
                                        .anyMatch(name -> name.text().equals(host)));
    }

    private static void monitors(Manifests manifests, Findings findings) {
        manifests.of("PodMonitor").forEach(monitor -> {
            var selector = new Selector(monitor.spec().at("selector"));
            var pods = manifests.pods().stream()
                    .filter(pod -> pod.isServing() && selector.matches(pod.labels()))
                    .toList();
            if (pods.isEmpty()) {
                findings.add(
                        monitor,
                        "its selector matches no pod; set app.kubernetes.io/part-of: balagh, or app.kubernetes.io/name to one of %s"
                                .formatted(names(manifests)));
            }
            for (var endpoint : monitor.spec().at("podMetricsEndpoints").items()) {
                var port = endpoint.at("port").text();
                pods.stream()
                        .filter(pod -> !pod.hasPort(port))
                        .forEach(pod -> findings.add(monitor, "%s has no port %s".formatted(pod.owner(), port)));
            }
        });
    }
}
