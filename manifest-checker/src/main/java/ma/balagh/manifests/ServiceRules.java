package ma.balagh.manifests;

import java.util.List;

/** Services lead to the pods that are meant, at the ports where these listen. */
final class ServiceRules {

    private ServiceRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("service-selector", ServiceRules::selectors),
                new ManifestRule("service-port", ServiceRules::ports),
                new ManifestRule("part-port", ServiceRules::listening));
    }

    /** What pods that stay are called by their label. */
    static List<String> names(ManifestSet manifests) {
        return manifests.pods().stream()
                .filter(WorkloadPod::isServing)
                .map(pod -> pod.labels().getOrDefault("app.kubernetes.io/name", ""))
                .distinct()
                .toList();
    }

    private static List<WorkloadPod> serving(ManifestSet manifests, KubernetesObject service) {
        return manifests.podsWith(service.spec().at("selector").texts()).stream()
                .filter(WorkloadPod::isServing)
                .toList();
    }

    private static void selectors(ManifestSet manifests, FaultCollector findings) {
        for (var service : manifests.all("Service")) {
            var pods = serving(manifests, service);
            var owners = pods.stream().map(WorkloadPod::owner).toList();
            if (pods.size() != 1 && !isKeycloak(manifests, service)) {
                findings.add(
                        service,
                        "its selector %s matches pods of %s; let it be one of %s",
                        service.spec().text("selector"),
                        owners,
                        names(manifests));
            } else if (CallGraph.PORTS.containsKey(service.name())
                    && pods.stream().anyMatch(pod -> !pod.part().equals(service.name()))) {
                findings.add(
                        service, "it leads to %s; set selector app.kubernetes.io/name to %s", owners, service.name());
            }
        }
    }

    /** Whether its pods come from Keycloak's operator. */
    private static boolean isKeycloak(ManifestSet manifests, KubernetesObject service) {
        return manifests.of("Keycloak").findAny().isPresent()
                && service.spec().text("selector", CallGraph.PART).equals("keycloak");
    }

    private static YamlNode target(YamlNode port) {
        return port.at("targetPort").exists() ? port.at("targetPort") : port.at("port");
    }

    private static void ports(ManifestSet manifests, FaultCollector findings) {
        for (var service : manifests.all("Service")) {
            for (var port : service.spec().items("ports")) {
                var target = target(port).text();
                serving(manifests, service).stream()
                        .filter(pod -> !pod.hasPort(target))
                        .forEach(pod ->
                                findings.add(service, "its targetPort %s is no port of %s", target, pod.owner()));
                manifests
                        .of("Keycloak")
                        .filter(keycloak -> isKeycloak(manifests, service))
                        .filter(keycloak ->
                                !keycloak.spec().text("http", "httpsPort").equals(target))
                        .forEach(keycloak -> findings.add(
                                keycloak, "set spec.http.httpsPort to %s, which its Service leads to", target));
            }
        }
    }

    /** Each part listens where the others, their policies and their addresses look for it. */
    private static void listening(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var known = CallGraph.PORTS.get(instance.pod().part());
            if (known == null || !instance.isServing()) {
                continue;
            }
            if (instance.container().items("ports").stream()
                    .noneMatch(port -> port.text("name").equals("http")
                            && port.at("containerPort").is(known))) {
                findings.add(instance.owner(), "set containerPort of port http to %d: it listens there", known);
            }
            instance.variable("QUARKUS_HTTP_PORT")
                    .filter(variable -> !variable.value().text().equals(String.valueOf(known)))
                    .ifPresent(variable -> findings.add(
                            variable.giver(instance.pod()), "remove QUARKUS_HTTP_PORT: it is asked at %d", known));
        }
        manifests
                .of("Service")
                .filter(service -> CallGraph.PORTS.containsKey(service.name()))
                .forEach(service -> {
                    int known = CallGraph.PORTS.getOrDefault(service.name(), 0);
                    if (service.spec().items("ports").stream()
                            .noneMatch(port -> port.at("port").is(known))) {
                        findings.add(service, "give it port %d, at which it is asked", known);
                    }
                });
    }
}
