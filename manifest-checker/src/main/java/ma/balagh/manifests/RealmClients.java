package ma.balagh.manifests;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The realm as the applications look for it: by its name, with a client for each of those that have a secret. */
final class RealmClients {

    private static final String NAME = "balagh";

    private RealmClients() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("realm-import", Realms.outsideOfLocal("Keycloak", RealmClients::imported)),
                new Rule("realm-open", Realms.outsideOfLocal("KeycloakRealmImport", RealmClients::open)),
                new Rule("realm-client-missing", Realms.outsideOfLocal("KeycloakRealmImport", RealmClients::clients)));
    }

    private static void imported(Manifests manifests, Manifest keycloak, Findings findings) {
        if (manifests.of("KeycloakRealmImport").findAny().isEmpty()) {
            findings.add(keycloak, "add a KeycloakRealmImport for realm %s, or nobody can log in".formatted(NAME));
        }
    }

    private static void open(Manifests manifests, Manifest imported, Findings findings) {
        var realm = imported.spec().at("realm");
        if (!realm.at("enabled").is(true)) {
            findings.add(imported, "set realm.enabled to true, or nobody can log in");
        }
        if (!realm.at("passwordPolicy").text().contains("length(")) {
            findings.add(imported, "set realm.passwordPolicy with a length, or one letter is a password");
        }
    }

    private static void clients(Manifests manifests, Manifest imported, Findings findings) {
        var clients = imported.spec().at("realm", "clients").items();
        for (var application : needed(manifests).toList()) {
            var client = clients.stream()
                    .filter(there -> there.at("clientId").is(application.module()))
                    .findFirst();
            client.ifPresentOrElse(
                    there -> client(imported, application, there, findings),
                    () -> findings.add(
                            imported,
                            "add a client with clientId %s, which its application is".formatted(application.module())));
        }
    }

    private static void client(Manifest imported, Application application, Node client, Findings findings) {
        var name = application.module();
        if (client.at("enabled").is(false)) {
            findings.add(imported, "set enabled of client %s to true".formatted(name));
        }
        if (!client.at("publicClient").is(false)) {
            findings.add(
                    imported,
                    "set publicClient of client %s to false, or everybody passes for it without a secret"
                            .formatted(name));
        }
        var people = application == Application.PORTAL;
        var flow = people ? "standardFlowEnabled" : "serviceAccountsEnabled";
        if (client.at(flow).is(false)) {
            findings.add(imported, "set %s of client %s to true: it logs in so".formatted(flow, name));
        }
        if (people && client.at("redirectUris").items().isEmpty()) {
            findings.add(imported, "say under redirectUris of client %s where people come back to".formatted(name));
        }
    }

    private static Stream<Application> needed(Manifests manifests) {
        Set<Application> having = manifests.instances().stream()
                .filter(instance -> instance.names().contains("BALAGH_OIDC_CLIENT_SECRET"))
                .map(Instance::application)
                .collect(Collectors.toSet());
        return Stream.of(Application.values()).filter(having::contains);
    }
}
