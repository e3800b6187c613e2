package ma.balagh.manifests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The realm as the applications look for it: their clients and secrets, their roles, and no way back but to an Ingress. */
final class RealmRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private static final Pattern HTTPS = Pattern.compile("https://([^/:*]+)[^*]*");

    private RealmRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("realm-import", RealmRules::imports),
                new ManifestRule("realm-redirect", RealmRules::redirects),
                new ManifestRule("realm-client", RealmRules::clients),
                new ManifestRule("realm-secret", RealmRules::secrets),
                new ManifestRule("realm-roles", RealmRules::roles),
                new ManifestRule("keycloak", RealmRules::keycloak));
    }

    private static Stream<KubernetesObject> realms(ManifestSet manifests) {
        return manifests.of("KeycloakRealmImport");
    }

    private static void imports(ManifestSet manifests, FaultCollector findings) {
        for (var keycloak : manifests.all("Keycloak")) {
            if (realms(manifests)
                    .noneMatch(realm -> realm.spec().text("keycloakCRName").equals(keycloak.name()))) {
                findings.add(keycloak, "add a KeycloakRealmImport with its name, or nobody can log in");
            }
        }
    }

    private static boolean leadsTo(Set<String> hosts, String address) {
        var https = HTTPS.matcher(address);
        return https.matches() && hosts.contains(https.group(1));
    }

    private static void redirects(ManifestSet manifests, FaultCollector findings) {
        var hosts = IngressRules.hosts(manifests);
        realms(manifests).forEach(realm -> {
            for (var client : realm.spec().items("realm", "clients")) {
                Stream.of(
                                client.items("redirectUris").stream().map(YamlNode::text),
                                Stream.of(client.text("attributes", "post.logout.redirect.uris")
                                                .split("##"))
                                        .filter(address -> !address.isEmpty()),
                                client.items("webOrigins").stream()
                                        .map(YamlNode::text)
                                        .filter(origin -> !origin.equals("+")))
                        .flatMap(addresses -> addresses)
                        .filter(address -> !leadsTo(hosts, address))
                        .forEach(address -> findings.add(
                                realm,
                                "client %s may be led to %s; let it be one page of an Ingress, by https",
                                client.text("clientId"),
                                address));
            }
        });
    }

    private static void clients(ManifestSet manifests, FaultCollector findings) {
        realms(manifests).forEach(realm -> {
            for (var application : having(manifests)) {
                realm.spec().items("realm", "clients").stream()
                        .filter(client -> client.text("clientId").equals(application.module()))
                        .findFirst()
                        .ifPresentOrElse(
                                client -> client(realm, application, client, findings),
                                () -> findings.add(
                                        realm,
                                        "add a client with clientId %s, which its application is",
                                        application.module()));
            }
        });
    }

    /** Those that have a client's secret. */
    private static Set<DeployedApplication> having(ManifestSet manifests) {
        return manifests.instances().stream()
                .filter(instance -> instance.names().contains("BALAGH_OIDC_CLIENT_SECRET"))
                .map(ApplicationInstance::application)
                .collect(Collectors.toSet());
    }

    private static void client(
            KubernetesObject realm, DeployedApplication application, YamlNode client, FaultCollector findings) {
        var flow = application == DeployedApplication.PORTAL ? "standardFlowEnabled" : "serviceAccountsEnabled";
        if (client.at("enabled").is(false) || client.at(flow).is(false)) {
            findings.add(realm, "set enabled and %s of client %s to true: it logs in so", flow, application.module());
        }
        if (!client.at("publicClient").is(false) || !client.at("secret").exists()) {
            findings.add(
                    realm,
                    "set publicClient of client %s to false and its secret, or everybody passes for it",
                    application.module());
        }
    }

    /** Placeholders come from secrets, and those of clients from the ones that their applications have. */
    private static void secrets(ManifestSet manifests, FaultCollector findings) {
        realms(manifests).forEach(realm -> {
            var placeholders = realm.spec().at("placeholders");
            PLACEHOLDER
                    .matcher(realm.spec().text("realm"))
                    .results()
                    .map(used -> used.group(1))
                    .distinct()
                    .filter(name -> !placeholders.at(name).exists())
                    .forEach(name -> findings.add(realm, "say under spec.placeholders where %s comes from", name));
            for (var client : realm.spec().items("realm", "clients")) {
                var placeholder = PLACEHOLDER.matcher(client.text("secret"));
                if (placeholder.matches()
                        && placeholders.at(placeholder.group(1)).exists()) {
                    var secret = placeholders.at(placeholder.group(1), "secret");
                    used(manifests, client.text("clientId"))
                            .filter(used -> !used.text("name").equals(secret.text("name"))
                                    || !used.text("key").equals(secret.text("key")))
                            .distinct()
                            .forEach(used -> findings.add(
                                    realm,
                                    "let the secret of client %s come from key %s of Secret '%s', which its application has",
                                    client.text("clientId"),
                                    used.text("key"),
                                    used.text("name")));
                }
            }
        });
    }

    /** The client secrets of those applications that are called as a client is. */
    private static Stream<YamlNode> used(ManifestSet manifests, String client) {
        return manifests.instances().stream()
                .filter(instance -> instance.application().module().equals(client))
                .flatMap(instance -> instance.container().items("env").stream())
                .filter(entry -> entry.text("name").equals("BALAGH_OIDC_CLIENT_SECRET"))
                .map(entry -> entry.at("valueFrom", "secretKeyRef"))
                .filter(YamlNode::exists);
    }

    private static void roles(ManifestSet manifests, FaultCollector findings) {
        realms(manifests).forEach(imported -> {
            var realm = imported.spec().at("realm");
            var missing = new TreeSet<>(manifests.settings().roles());
            realm.items("roles", "realm").forEach(role -> missing.remove(role.text("name")));
            if (!missing.isEmpty()) {
                findings.add(imported, "add the realm roles %s, which endpoints ask for", missing);
            }
            if (realm.items("users").stream()
                    .filter(user -> user.text("serviceAccountClientId").equals(DeployedApplication.ANALYSIS.module()))
                    .flatMap(user -> user.items("realmRoles").stream())
                    .noneMatch(role -> role.is("laboratory"))) {
                findings.add(
                        imported, "give the service account of analysis the role laboratory, or it examines nothing");
            }
        });
    }

    private static void keycloak(ManifestSet manifests, FaultCollector findings) {
        for (var keycloak : manifests.all("Keycloak")) {
            if (!leadsTo(IngressRules.hosts(manifests), keycloak.spec().text("hostname", "hostname"))) {
                findings.add(keycloak, "set spec.hostname.hostname to https:// and the host of its Ingress");
            }
            var containers = PodGroup.template(keycloak).items("spec", "containers");
            VolumeRules.rootCertificate(keycloak.spec().text("db", "url"))
                    .filter(file -> containers.stream()
                            .allMatch(container ->
                                    VolumeRules.around(container, file).isEmpty()))
                    .ifPresent(file ->
                            findings.add(keycloak, "let its podTemplate mount what has %s: db.url names it", file));
        }
    }
}
