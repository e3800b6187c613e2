package ma.balagh.manifests;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak's operator: the server, and the realm that it imports. */
final class Realms {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
    private static final Pattern HTTPS = Pattern.compile("https://([^/:]+).*");

    private Realms() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("realm", outsideOfLocal("KeycloakRealmImport", Realms::realm)),
                new Rule("realm-client", outsideOfLocal("KeycloakRealmImport", Realms::clients)),
                new Rule("realm-secret", outsideOfLocal("KeycloakRealmImport", Realms::placeholders)),
                new Rule("keycloak", outsideOfLocal("Keycloak", Realms::keycloak)),
                new Rule("keycloak-database", outsideOfLocal("Keycloak", Realms::database)));
    }

    interface Look {
        void at(Manifests manifests, Manifest manifest, Findings findings);
    }

    static Rule.Check outsideOfLocal(String kind, Look look) {
        return (manifests, findings) -> {
            if (!manifests.isLocal()) {
                manifests.of(kind).forEach(manifest -> look.at(manifests, manifest, findings));
            }
        };
    }

    private static void realm(Manifests manifests, Manifest imported, Findings findings) {
        var realm = imported.spec().at("realm");
        var keycloak = imported.spec().at("keycloakCRName").text();
        if (manifests.find("Keycloak", keycloak).isEmpty()) {
            findings.add(imported, "its keycloakCRName '%s' is no Keycloak here".formatted(keycloak));
        }
        if (realm.at("sslRequired").text().equals("none")) {
            findings.add(imported, "set realm.sslRequired to external, or passwords travel in clear");
        }
        if (realm.at("registrationAllowed").is(true)) {
            findings.add(imported, "set realm.registrationAllowed to false: accounts are given, not taken");
        }
        if (!realm.at("bruteForceProtected").is(true)) {
            findings.add(imported, "set realm.bruteForceProtected to true, or passwords can be guessed");
        }
        for (var user : realm.at("users").items()) {
            if (user.at("credentials").exists()) {
                findings.add(
                        imported,
                        "remove the credentials of user %s; an administrator gives them"
                                .formatted(user.at("username").text()));
            }
        }
    }

    private static void clients(Manifests manifests, Manifest imported, Findings findings) {
        var hosts = hosts(manifests);
        for (var client : imported.spec().at("realm", "clients").items()) {
            var name = client.at("clientId").text();
            for (var address : client.at("redirectUris").items()) {
                if (!leadsTo(hosts, address.text()) || address.text().contains("*")) {
                    findings.add(
                            imported,
                            "client %s may be led to %s; let redirectUris begin with https:// and the host of an Ingress, and end"
                                            .formatted(name, address.text())
                                    + " in one path");
                }
            }
            for (var address :
                    client.at("attributes", "post.logout.redirect.uris").text().split("##")) {
                if (!address.isEmpty() && (!leadsTo(hosts, address) || address.contains("*"))) {
                    findings.add(
                            imported,
                            "client %s may be led to %s after signing out; let post.logout.redirect.uris be one page of an Ingress"
                                    .formatted(name, address));
                }
            }
            for (var origin : client.at("webOrigins").items()) {
                if (!origin.text().equals("+") && !leadsTo(hosts, origin.text())) {
                    findings.add(
                            imported,
                            "client %s answers pages of %s; set webOrigins to [+], the hosts of its redirectUris"
                                    .formatted(name, origin.text()));
                }
            }
            for (var flow : List.of("directAccessGrantsEnabled", "implicitFlowEnabled")) {
                if (client.at(flow).is(true)) {
                    findings.add(imported, "set %s of client %s to false".formatted(flow, name));
                }
            }
        }
    }

    static Set<String> hosts(Manifests manifests) {
        return manifests
                .of("Ingress")
                .flatMap(ingress -> ingress.spec().at("rules").items().stream())
                .map(rule -> rule.at("host").text())
                .collect(Collectors.toSet());
    }

    private static boolean leadsTo(Set<String> hosts, String address) {
        var https = HTTPS.matcher(address);
        return https.matches() && hosts.contains(https.group(1));
    }

    private static void placeholders(Manifests manifests, Manifest imported, Findings findings) {
        var placeholders = imported.spec().at("placeholders");
        placeholders.fields().forEach((name, content) -> {
            var secret = content.at("secret");
            References.missingSecret(
                            manifests,
                            secret.at("name").text(),
                            secret.at("key").text())
                    .ifPresent(mend -> findings.add(imported, "placeholder %s: %s".formatted(name, mend)));
        });
        PLACEHOLDER
                .matcher(imported.spec().at("realm").text())
                .results()
                .map(used -> used.group(1))
                .distinct()
                .filter(name -> !placeholders.at(name).exists())
                .forEach(name ->
                        findings.add(imported, "say under spec.placeholders where %s comes from".formatted(name)));
        for (var client : imported.spec().at("realm", "clients").items()) {
            secret(manifests, imported, client, findings);
        }
    }

    private static void secret(Manifests manifests, Manifest imported, Node client, Findings findings) {
        var name = client.at("clientId").text();
        var written = client.at("secret");
        var placeholder = PLACEHOLDER.matcher(written.text());
        if (!placeholder.matches()) {
            if (written.exists()) {
                findings.add(
                        imported,
                        "the secret of client %s stands in the manifest; write ${PLACEHOLDER}".formatted(name));
            } else if (client.at("publicClient").is(false)
                    && !client.at("clientAuthenticatorType").exists()
                    && !client.at("bearerOnly").is(true)) {
                findings.add(imported, "give client %s a secret by ${PLACEHOLDER}".formatted(name));
            }
            return;
        }
        var secret = imported.spec().at("placeholders", placeholder.group(1), "secret");
        if (!secret.exists()) {
            return;
        }
        users(manifests, name)
                .filter(used -> !used.at("name").is(secret.at("name").text())
                        || !used.at("key").is(secret.at("key").text()))
                .distinct()
                .forEach(used -> findings.add(
                        imported,
                        "let the secret of client %s come from key %s of Secret '%s', which its application has"
                                .formatted(
                                        name,
                                        used.at("key").text(),
                                        used.at("name").text())));
    }

    /** The client secrets of those applications that are called as a client is. */
    private static Stream<Node> users(Manifests manifests, String client) {
        return manifests.instances().stream()
                .filter(instance -> instance.application().module().equals(client))
                .flatMap(instance -> instance.container().at("env").items().stream())
                .filter(entry -> entry.at("name").is("BALAGH_OIDC_CLIENT_SECRET"))
                .map(entry -> entry.at("valueFrom", "secretKeyRef"))
                .filter(Node::exists);
    }

    private static void keycloak(Manifests manifests, Manifest keycloak, Findings findings) {
        var spec = keycloak.spec();
        if (!leadsTo(hosts(manifests), spec.at("hostname", "hostname").text())) {
            findings.add(keycloak, "set spec.hostname.hostname to https:// and the host of its Ingress");
        }
        var image = spec.at("image").text();
        if (!image.isEmpty() && isMoving(image)) {
            findings.add(keycloak, "its image %s is whatever is newest; name a version".formatted(image));
        }
        var admin = spec.at("bootstrapAdmin", "user", "secret");
        if (admin.exists()) {
            References.missingSecret(manifests, admin.text(), "username")
                    .or(() -> References.missingSecret(manifests, admin.text(), "password"))
                    .ifPresent(mend -> findings.add(keycloak, "bootstrapAdmin: " + mend));
        }
        if (!spec.at("ingress", "enabled").is(false)) {
            findings.add(keycloak, "set spec.ingress.enabled to false: its Ingress is Ingress/keycloak");
        }
        if (!spec.at("unsupported", "podTemplate", "spec", "securityContext", "runAsNonRoot")
                .is(true)) {
            findings.add(keycloak, "set unsupported.podTemplate.spec.securityContext.runAsNonRoot: true");
        }
        ports(manifests, keycloak, findings);
    }

    /** Whether an image's name leaves open which one is meant. */
    static boolean isMoving(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1);
        return !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
    }

    private static void ports(Manifests manifests, Manifest keycloak, Findings findings) {
        var encrypted = Certificates.isEncrypted(keycloak);
        var field = encrypted ? "httpsPort" : "httpPort";
        var port = keycloak.spec().at("http", field).number(encrypted ? 8443 : 8080);
        manifests
                .of("Service")
                .filter(service -> Certificates.keycloak(manifests, service)
                        .filter(keycloak::equals)
                        .isPresent())
                .flatMap(service -> service.spec().at("ports").items().stream())
                .map(there -> there.at("targetPort").exists() ? there.at("targetPort") : there.at("port"))
                .map(target -> target.number(port))
                .filter(target -> target != port)
                .forEach(target -> findings.add(
                        keycloak, "set spec.http.%s to %d, which its Service leads to".formatted(field, target)));
    }

    private static void database(Manifests manifests, Manifest keycloak, Findings findings) {
        var database = keycloak.spec().at("db");
        for (var field : List.of("usernameSecret", "passwordSecret")) {
            var secret = database.at(field);
            References.missingSecret(
                            manifests,
                            secret.at("name").text(),
                            secret.at("key").text())
                    .ifPresent(mend -> findings.add(keycloak, "db.%s: %s".formatted(field, mend)));
        }
        var url = database.at("url").text();
        if (!url.contains("sslmode=verify-full")) {
            findings.add(keycloak, "add sslmode=verify-full to spec.db.url, or it does not know whom it talks to");
        }
        var containers = Part.template(keycloak).at("spec", "containers").items();
        Mounts.rootCertificate(url)
                .filter(file -> containers.stream()
                        .allMatch(container -> Mounts.around(container, file).isEmpty()))
                .ifPresent(file -> findings.add(
                        keycloak, "let its podTemplate mount what has %s: db.url names it".formatted(file)));
    }
}
