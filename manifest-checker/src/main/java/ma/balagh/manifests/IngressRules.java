package ma.balagh.manifests;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each host leads to one application, but that of the public to several: to what of it is for others, with a certificate. */
final class IngressRules {

    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    /** What the name of an Ingress ends in that is for the public. */
    private static final String PUBLIC = "-public";

    private IngressRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("ingress-backend", IngressRules::targets),
                new ManifestRule("ingress-host", IngressRules::uniqueHosts),
                new ManifestRule("ingress-tls", IngressRules::certificates));
    }

    /** What the controller is told about an Ingress, empty without. */
    static String annotation(KubernetesObject ingress, String name) {
        return ingress.content().text("metadata", "annotations", NGINX + name);
    }

    static Set<String> hosts(ManifestSet manifests) {
        return manifests
                .of("Ingress")
                .flatMap(ingress -> ingress.spec().items("rules").stream())
                .map(rule -> rule.text("host"))
                .collect(Collectors.toSet());
    }

    private static Stream<YamlNode> allPaths(KubernetesObject ingress) {
        return ingress.spec().items("rules").stream().flatMap(rule -> rule.items("http", "paths").stream());
    }

    /** The services that it leads to. */
    static Stream<YamlNode> backends(KubernetesObject ingress) {
        return allPaths(ingress).map(path -> path.at("backend", "service"));
    }

    /** Whether it is for the public: at a host and by a controller of its own. */
    static boolean isPublic(KubernetesObject ingress) {
        return ingress.name().endsWith(PUBLIC);
    }

    /** What it may lead to. */
    static Set<String> allowed(ManifestSet manifests, KubernetesObject ingress) {
        return isPublic(ingress) ? CallGraph.FROM_THE_PUBLIC : fromOutside(manifests);
    }

    static Set<String> fromOutside(ManifestSet manifests) {
        return manifests.isLocal() ? CallGraph.FROM_OUTSIDE_LOCALLY : CallGraph.FROM_OUTSIDE;
    }

    private static void targets(ManifestSet manifests, FaultCollector findings) {
        for (var ingress : manifests.all("Ingress")) {
            var meant = ingress.name().replaceFirst(PUBLIC + "$", "");
            backends(ingress).forEach(backend -> {
                var name = backend.text("name");
                var port = backend.text("port", "name") + backend.text("port", "number");
                var service = manifests.find("Service", name);
                if (service.isEmpty()) {
                    findings.add(ingress, "there is no Service '%s'", name);
                } else if (service.get().spec().items("ports").stream()
                        .noneMatch(there -> there.text("name").equals(port)
                                || there.text("port").equals(port))) {
                    findings.add(ingress, "Service '%s' has no port %s", name, port);
                } else if (!allowed(manifests, ingress).contains(name)) {
                    findings.add(ingress, "remove it: Service '%s' is reached from inside only", name);
                } else if (!meant.equals(name)) {
                    findings.add(ingress, "it leads to Service '%s'; set backend.service.name to %s", name, meant);
                }
            });
        }
    }

    private static void uniqueHosts(ManifestSet manifests, FaultCollector findings) {
        var seen = new HashMap<String, KubernetesObject>();
        for (var ingress : manifests.all("Ingress")) {
            ingress.spec().items("rules").forEach(rule -> {
                var other = seen.put(rule.text("host"), ingress);
                if (other != null && !(isPublic(other) && isPublic(ingress))) {
                    findings.add(ingress, "%s has host %s, too; give each its own", other, rule.text("host"));
                }
            });
        }
    }

    private static void certificates(ManifestSet manifests, FaultCollector findings) {
        if (manifests.isLocal()) {
            return;
        }
        for (var ingress : manifests.all("Ingress")) {
            var encrypted = new HashSet<String>();
            for (var tls : ingress.spec().items("tls")) {
                var names = TlsRules.certificate(manifests, tls.text("secretName"))
                        .map(TlsRules::names)
                        .orElse(Set.of());
                tls.items("hosts").stream()
                        .map(YamlNode::text)
                        .filter(names::contains)
                        .forEach(encrypted::add);
            }
            for (var rule : ingress.spec().items("rules")) {
                if (!encrypted.contains(rule.text("host"))) {
                    findings.add(
                            ingress,
                            "name host %s under spec.tls with a Secret that a Certificate makes for it",
                            rule.text("host"));
                }
            }
        }
    }
}
