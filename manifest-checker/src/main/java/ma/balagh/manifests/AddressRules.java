package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses by which applications call each other, the realm, Kafka and their own database. */
final class AddressRules {

    static final String REALM = "/realms/balagh";
    private static final Map<String, String> CALLED = Map.of(
            "BALAGH_INTAKE_URL", "intake",
            "BALAGH_ANALYSIS_URL", "analysis",
            "BALAGH_DISPATCH_URL", "dispatch",
            "BALAGH_OIDC_URL", "keycloak");
    private static final Pattern WHOLE =
            Pattern.compile("(?<scheme>https?)://(?<host>[^/:?#]+):(?<port>\\d+)(?<path>/.*)?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>[^.:/]+)(?:\\.(?<namespace>[^.:/]+)(?:\\.svc(?:\\.cluster\\.local)?)?)?\\.?");
    private static final Pattern DATABASE =
            Pattern.compile("jdbc:postgresql://([^:/?]+)(?::5432)?/([^?]+)(?:\\?(.*))?");
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final String PORTAL = "BALAGH_PORTAL_ADDRESS";
    private static final List<String> PUBLIC = List.of("BALAGH_PORTAL_PUBLIC_ADDRESS", "BALAGH_PUBLIC_ADDRESS");

    private AddressRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("address", AddressRules::addresses),
                new ManifestRule("own-database", AddressRules::databases),
                new ManifestRule("broker-address", AddressRules::brokers),
                new ManifestRule("portal-address", AddressRules::portal),
                new ManifestRule("public-address", AddressRules::publicPages));
    }

    /** The name of the service that a host is, empty where it is one of another namespace or none. */
    static Optional<String> service(String host, KubernetesObject caller) {
        var matcher = HOST.matcher(host);
        return matcher.matches()
                        && (matcher.group("namespace") == null
                                || matcher.group("namespace").equals(caller.namespace()))
                ? Optional.of(matcher.group("name"))
                : Optional.empty();
    }

    private static void addresses(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            instance.variables().values().stream()
                    .filter(variable -> CALLED.containsKey(variable.name()) && !variable.isEmpty())
                    .filter(variable -> !isRight(manifests, variable, instance.owner()))
                    .forEach(variable -> findings.add(
                            variable.giver(instance.pod()),
                            "write %s as %s; it is '%s'",
                            variable.name(),
                            wanted(manifests, variable),
                            variable.value().text()));
        }
    }

    private static String scheme(ManifestSet manifests) {
        return manifests.isLocal() ? "http" : "https";
    }

    private static String wanted(ManifestSet manifests, EnvironmentVariable variable) {
        var part = CALLED.getOrDefault(variable.name(), "");
        return "%s://%s:%d%s"
                .formatted(scheme(manifests), part, CallGraph.PORTS.get(part), part.equals("keycloak") ? REALM : "");
    }

    /** By the realm's host services tell that they are where published secrets are at home. */
    private static boolean isRight(ManifestSet manifests, EnvironmentVariable variable, KubernetesObject caller) {
        var part = CALLED.getOrDefault(variable.name(), "");
        var address = WHOLE.matcher(variable.value().text());
        boolean toRealm = part.equals("keycloak");
        return address.matches()
                && address.group("scheme").equals(scheme(manifests))
                && (manifests.isLocal() ? service(address.group("host"), caller).orElse("") : address.group("host"))
                        .equals(part)
                && address.group("port").equals(String.valueOf(CallGraph.PORTS.get(part)))
                && String.valueOf(address.group("path")).matches(toRealm ? REALM : "null|/")
                && (!toRealm || !manifests.isLocal() || address.group("host").endsWith(".balagh-local.svc"));
    }

    private static void databases(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var url = instance.value(URL);
            var database = DATABASE.matcher(url);
            var own = instance.application().account();
            if (url.isEmpty()) {
                continue;
            }
            if (!database.matches() || !database.group(2).equals(own)) {
                findings.add(instance.owner(), "write %s as jdbc:postgresql://HOST:5432/%s, not '%s'", URL, own, url);
            } else if (!isDatabase(manifests, database.group(1), instance.owner())) {
                findings.add(
                        instance.owner(),
                        "%s names host %s; take a Service that is here, or NAME-rw of a Cluster",
                        URL,
                        database.group(1));
            } else if (!manifests.isLocal()
                    && !String.valueOf(database.group(3)).contains("sslmode=verify-full")) {
                findings.add(
                        instance.owner(), "add sslmode=verify-full to %s, or anybody can pass for PostgreSQL", URL);
            }
        }
    }

    static boolean isDatabase(ManifestSet manifests, String host, KubernetesObject caller) {
        return service(host, caller).stream()
                .anyMatch(name -> manifests.find("Service", name).isPresent()
                        || manifests.of("Cluster").anyMatch(cluster -> name.equals(cluster.name() + "-rw")));
    }

    private static void brokers(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                EnvironmentReader.variable(manifests, container, "KAFKA_BOOTSTRAP_SERVERS")
                        .ifPresent(variable -> broker(
                                manifests, variable.giver(pod), variable.value().text(), findings));
            }
        }
        for (var scaler : manifests.all("ScaledObject")) {
            scaler.spec().items("triggers").stream()
                    .filter(trigger -> trigger.text("type").equals("kafka"))
                    .forEach(trigger ->
                            broker(manifests, scaler, trigger.text("metadata", "bootstrapServers"), findings));
        }
    }

    /** Of Strimzi's Kafka, or of the Service of that name where no operator runs it. */
    private static void broker(
            ManifestSet manifests, KubernetesObject caller, String address, FaultCollector findings) {
        int port = CallGraph.PORTS.getOrDefault("kafka", 0);
        var wanted = manifests
                .of("Kafka")
                .map(kafka -> kafka.name() + "-kafka-bootstrap")
                .findFirst()
                .orElse("kafka");
        var host = address.replaceFirst(":\\d+$", "");
        if (!address.endsWith(":" + port)
                || service(host, caller).filter(wanted::equals).isEmpty()) {
            findings.add(caller, "it looks for Kafka at %s; write %s:%d", address, wanted, port);
        }
        manifests
                .of("Kafka")
                .filter(kafka -> kafka.spec().items("kafka", "listeners").stream()
                        .noneMatch(listener -> listener.at("port").is(port)))
                .forEach(kafka -> findings.add(kafka, "give it a listener at port %d, where it is looked for", port));
    }

    /** The portal, its Ingress and the realm have to agree about where browsers go. */
    private static void portal(ManifestSet manifests, FaultCollector findings) {
        var hosts = hostsOfPortal(manifests, false);
        manifests.instances().stream()
                .filter(instance ->
                        instance.application() == DeployedApplication.PORTAL && !hosts.contains(instance.value(PORTAL)))
                .forEach(instance -> findings.add(
                        instance.giver(PORTAL),
                        "set %s to one of %s, the host of its Ingress, or it refuses everybody",
                        PORTAL,
                        hosts));
        for (var realm : manifests.all("KeycloakRealmImport")) {
            redirects(realm)
                    .filter(address -> hosts.stream().noneMatch(host -> address.equals(host + "/login")))
                    .forEach(address -> findings.add(
                            realm, "client portal is sent back to %s; let it be /login of %s", address, hosts));
        }
    }

    private static Set<String> hostsOfPortal(ManifestSet manifests, boolean isPublic) {
        return manifests
                .of("Ingress")
                .filter(ingress -> IngressRules.isPublic(ingress) == isPublic)
                .filter(ingress -> IngressRules.backends(ingress)
                        .anyMatch(backend -> backend.text("name").equals("portal")))
                .flatMap(ingress -> ingress.spec().items("rules").stream())
                .map(rule -> scheme(manifests) + "://" + rule.text("host"))
                .collect(Collectors.toSet());
    }

    /** Where the pages for the public have a host of their own, the portal answers there, and dispatch links there. */
    private static void publicPages(ManifestSet manifests, FaultCollector findings) {
        var hosts = hostsOfPortal(manifests, true);
        if (hosts.isEmpty()) {
            return;
        }
        for (var instance : manifests.instances()) {
            PUBLIC.stream()
                    .filter(name -> instance.names().contains(name) || isMissing(instance, name))
                    .filter(name -> !hosts.contains(instance.value(name)))
                    .forEach(name -> findings.add(
                            instance.giver(name),
                            "set %s to one of %s, the host of the public's Ingress",
                            name,
                            hosts));
        }
    }

    private static boolean isMissing(ApplicationInstance instance, String name) {
        return instance.application() == DeployedApplication.PORTAL && name.equals(PUBLIC.getFirst());
    }

    private static Stream<String> redirects(KubernetesObject realm) {
        return realm.spec().items("realm", "clients").stream()
                .filter(client -> client.text("clientId").equals("portal"))
                .flatMap(client -> client.items("redirectUris").stream())
                .map(YamlNode::text);
    }
}
