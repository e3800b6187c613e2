package ma.balagh.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each host leads to one application, to what of it is for others, encrypted and unchanged. */
final class Ingresses {

    static final String NGINX = "nginx.ingress.kubernetes.io/";

    /** Annotations by which the controller changes requests, or gives them to others. */
    private static final Set<String> CHANGING = Set.of(
            "app-root",
            "mirror-host",
            "mirror-target",
            "permanent-redirect",
            "rewrite-target",
            "server-alias",
            "temporal-redirect",
            "upstream-vhost");

    private static final int SHORTEST_SECONDS = 60;

    /** They take evidence, of any size. */
    private static final Set<String> TAKING_EVIDENCE = Set.of("portal", "intake");

    private Ingresses() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("ingress-paths", Ingresses::paths),
                new Rule("ingress-class", Ingresses::classes),
                new Rule("ingress-host", Ingresses::hosts),
                new Rule("ingress-annotations", Ingresses::annotations),
                new Rule("ingress-missing", Ingresses::missing));
    }

    private static void paths(Manifests manifests, Findings findings) {
        manifests.of("Ingress").forEach(ingress -> {
            var rules = ingress.spec().at("rules").items();
            if (rules.isEmpty()) {
                findings.add(ingress, "it leads nowhere; give it spec.rules with host and path");
            }
            for (var rule : rules) {
                var host = rule.at("host").text();
                var paths = rule.at("http", "paths").items();
                if (paths.isEmpty()) {
                    findings.add(ingress, "host %s leads nowhere; give it a path and a backend".formatted(host));
                }
                for (var path : paths) {
                    var service = path.at("backend", "service", "name").text();
                    var wanted = manifests.isLocal()
                            ? List.of("/")
                            : CallGraph.PATHS_FROM_OUTSIDE.getOrDefault(service, List.of("/"));
                    if (service.isEmpty()) {
                        findings.add(
                                ingress,
                                "path %s of %s leads nowhere; set backend.service.name and port"
                                        .formatted(path.at("path").text(), host));
                    } else if (wanted.stream().noneMatch(path.at("path")::is)) {
                        findings.add(
                                ingress,
                                "set path to %s, not '%s': that is what others ask of %s"
                                        .formatted(
                                                String.join(" or ", wanted),
                                                path.at("path").text(),
                                                service));
                    }
                    if (!path.at("pathType").is("Prefix")) {
                        findings.add(
                                ingress,
                                "set pathType to Prefix, not '%s', for path %s of %s"
                                        .formatted(
                                                path.at("pathType").text(),
                                                path.at("path").text(),
                                                host));
                    }
                }
            }
        });
    }

    /** A small cluster has one class, by default. */
    private static void classes(Manifests manifests, Findings findings) {
        manifests.of("Ingress").filter(ingress -> !manifests.isLocal()).forEach(ingress -> {
            var name = ingress.spec().at("ingressClassName").text();
            if (!name.equals("nginx")) {
                findings.add(
                        ingress,
                        "set ingressClassName to nginx, not '%s': policies and annotations are for that controller"
                                .formatted(name));
            }
        });
    }

    private static void hosts(Manifests manifests, Findings findings) {
        var seen = new HashMap<String, Manifest>();
        manifests
                .of("Ingress")
                .forEach(ingress -> ingress.spec().at("rules").items().forEach(rule -> {
                    var host = rule.at("host").text();
                    var other = seen.put(host, ingress);
                    if (host.isEmpty()) {
                        findings.add(ingress, "name its host, or it takes every one");
                    } else if (other != null) {
                        findings.add(
                                ingress, "%s has host %s, too; give each a host of its own".formatted(other, host));
                    }
                }));
    }

    /** What the controller is told about an Ingress, empty without. */
    static String annotation(Manifest ingress, String name) {
        return ingress.content().at("metadata", "annotations", NGINX + name).text();
    }

    private static void annotations(Manifests manifests, Findings findings) {
        manifests.of("Ingress").forEach(ingress -> {
            ingress.content().at("metadata", "annotations").texts().keySet().stream()
                    .filter(name -> name.startsWith(NGINX)
                            && (name.endsWith("-snippet") || CHANGING.contains(name.substring(NGINX.length()))))
                    .forEach(name -> findings.add(
                            ingress, "remove annotation %s: it changes what is asked, or whom".formatted(name)));
            if (Networking.backends(ingress)
                            .anyMatch(backend ->
                                    TAKING_EVIDENCE.contains(backend.at("name").text()))
                    && !annotation(ingress, "proxy-body-size").equals("0")) {
                findings.add(
                        ingress,
                        "annotate it %sproxy-body-size: \"0\", not '%s', or evidence is refused"
                                .formatted(NGINX, annotation(ingress, "proxy-body-size")));
            }
            Stream.of(annotation(ingress, "whitelist-source-range").split("\\s*,\\s*"))
                    .filter(range -> !range.isEmpty() && Block.of(range).isEmpty())
                    .forEach(range -> findings.add(
                            ingress,
                            "whitelist-source-range '%s' is no block of addresses; write one as 203.0.113.0/24"
                                    .formatted(range)));
            var patience = annotation(ingress, "proxy-read-timeout");
            if (patience.matches("\\d{1,2}") && Integer.parseInt(patience) < SHORTEST_SECONDS) {
                findings.add(
                        ingress,
                        "remove %sproxy-read-timeout %s: an answer that takes longer is cut off"
                                .formatted(NGINX, patience));
            }
            if (!manifests.isLocal() && !annotation(ingress, "ssl-redirect").equals("true")) {
                findings.add(
                        ingress,
                        "annotate it %sssl-redirect: \"true\", not '%s', or it serves in clear, too"
                                .formatted(NGINX, annotation(ingress, "ssl-redirect")));
            }
        });
    }

    private static void missing(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        manifests
                .of("Service")
                .filter(service -> CallGraph.FROM_OUTSIDE.contains(service.name()))
                .filter(service -> manifests
                        .of("Ingress")
                        .noneMatch(ingress -> ingress.name().equals(service.name())
                                || Networking.backends(ingress)
                                        .anyMatch(backend -> backend.at("name").is(service.name()))))
                .forEach(service -> findings.add(
                        service, "nobody reaches it from outside; add Ingress/%s".formatted(service.name())));
    }
}
