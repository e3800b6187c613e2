package ma.balagh.manifests;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people sign in, how long that lasts, what is kept of it, and where it leads back to. */
final class RealmSessions {

    private static final Set<String> SECOND_FACTORS = Set.of("auth-otp-form", "webauthn-authenticator");
    private static final List<String> LIVES = List.of(
            "ssoSessionIdleTimeout",
            "ssoSessionMaxLifespan",
            "clientSessionIdleTimeout",
            "clientSessionMaxLifespan",
            "offlineSessionIdleTimeout",
            "offlineSessionMaxLifespan");
    /** Half a day. */
    private static final int LONGEST_SECONDS = 43_200;

    private static final String OFFLINE = "offline_access";
    private static final String COMMAND_LINE = "admin-cli";
    private static final String SUCCESS_LEVEL = "spi-events-listener--jboss-logging--success-level";
    private static final String ADDRESS = "BALAGH_PORTAL_ADDRESS";

    private RealmSessions() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("realm-second-factor", Realms.outsideOfLocal("KeycloakRealmImport", RealmSessions::factors)),
                new Rule("realm-events", Realms.outsideOfLocal("KeycloakRealmImport", RealmSessions::events)),
                new Rule("keycloak-events", Realms.outsideOfLocal("Keycloak", RealmSessions::log)),
                new Rule("realm-sessions", Realms.outsideOfLocal("KeycloakRealmImport", RealmSessions::sessions)),
                new Rule("realm-scopes", Realms.outsideOfLocal("KeycloakRealmImport", RealmSessions::scopes)),
                new Rule("portal-address", RealmSessions::addresses));
    }

    private static void factors(Manifests manifests, Manifest imported, Findings findings) {
        var realm = realm(imported);
        if (steps(realm, realm.at("browserFlow").text())
                .noneMatch(
                        step -> SECOND_FACTORS.contains(step.at("authenticator").text())
                                && step.at("requirement").is("REQUIRED"))) {
            findings.add(
                    imported,
                    "let browserFlow require a second factor, or a password is enough to judge and to unseal");
        }
    }

    /** What a flow does, with the flows inside of it. */
    private static Stream<Node> steps(Node realm, String flow) {
        return realm.at("authenticationFlows").items().stream()
                .filter(there -> there.at("alias").is(flow))
                .flatMap(there -> there.at("authenticationExecutions").items().stream())
                .flatMap(step -> step.at("authenticatorFlow").is(true)
                        ? steps(realm, step.at("flowAlias").text())
                        : Stream.of(step));
    }

    private static void events(Manifests manifests, Manifest imported, Findings findings) {
        var realm = realm(imported);
        for (var field : List.of("eventsEnabled", "adminEventsEnabled", "adminEventsDetailsEnabled")) {
            if (!realm.at(field).is(true)) {
                findings.add(imported, "set realm.%s to true, or nobody knows what was done".formatted(field));
            }
        }
        if (realm.at("eventsExpiration").number(0) <= 0) {
            findings.add(imported, "set realm.eventsExpiration to the seconds that events are kept");
        }
        if (realm.at("eventsListeners").items().stream().noneMatch(listener -> listener.is("jboss-logging"))) {
            findings.add(imported, "add jboss-logging to realm.eventsListeners, or events leave no trace in the log");
        }
    }

    private static void log(Manifests manifests, Manifest keycloak, Findings findings) {
        if (keycloak.spec().at("additionalOptions").items().stream()
                .noneMatch(option -> option.at("name").is(SUCCESS_LEVEL)
                        && option.at("value").is("info"))) {
            findings.add(keycloak, "set option %s to info, or the log has failures only".formatted(SUCCESS_LEVEL));
        }
    }

    private static void sessions(Manifests manifests, Manifest imported, Findings findings) {
        var realm = realm(imported);
        if (!realm.at("revokeRefreshToken").is(true)
                || realm.at("refreshTokenMaxReuse").number(0) != 0) {
            findings.add(
                    imported,
                    "set realm.revokeRefreshToken to true and refreshTokenMaxReuse to 0: a stolen token would go on");
        }
        for (var life : LIVES) {
            var seconds = realm.at(life).number(0);
            if (seconds <= 0 || seconds > LONGEST_SECONDS) {
                findings.add(imported, "set realm.%s to %d s or less".formatted(life, LONGEST_SECONDS));
            }
        }
        if (!realm.at("rememberMe").is(false)) {
            findings.add(imported, "set realm.rememberMe to false, or a session outlives the shift");
        }
    }

    private static void scopes(Manifests manifests, Manifest imported, Findings findings) {
        var clients = realm(imported).at("clients").items();
        for (var client : clients) {
            var name = client.at("clientId").text();
            if (!client.at("optionalClientScopes").exists()) {
                findings.add(
                        imported,
                        "set optionalClientScopes of client %s, [] for none: Keycloak adds %s"
                                .formatted(name, OFFLINE));
            }
            if (Stream.of("optionalClientScopes", "defaultClientScopes")
                    .flatMap(scopes -> client.at(scopes).items().stream())
                    .anyMatch(scope -> scope.is(OFFLINE))) {
                findings.add(imported, "take %s from client %s".formatted(OFFLINE, name));
            }
        }
        if (clients.stream()
                .noneMatch(client -> client.at("clientId").is(COMMAND_LINE)
                        && client.at("directAccessGrantsEnabled").is(false))) {
            findings.add(
                    imported,
                    "add client %s with directAccessGrantsEnabled: false; Keycloak's own takes passwords"
                            .formatted(COMMAND_LINE));
        }
    }

    /** The portal, its Ingress and the realm have to agree about where browsers go. */
    private static void addresses(Manifests manifests, Findings findings) {
        var scheme = manifests.isLocal() ? "http://" : "https://";
        Set<String> hosts = manifests
                .of("Ingress")
                .filter(ingress -> Networking.backends(ingress)
                        .anyMatch(backend -> backend.at("name").is("portal")))
                .flatMap(ingress -> ingress.spec().at("rules").items().stream())
                .map(rule -> scheme + rule.at("host").text())
                .collect(Collectors.toSet());
        if (hosts.isEmpty()) {
            return;
        }
        manifests.instances().stream()
                .filter(instance -> instance.application() == Application.PORTAL)
                .filter(instance -> !hosts.contains(instance.value(ADDRESS)))
                .forEach(instance -> findings.add(
                        instance.variable(ADDRESS)
                                .map(variable -> variable.giver(instance.pod()))
                                .orElse(instance.owner()),
                        "set %s to %s and the host of its Ingress, or it refuses everybody"
                                .formatted(ADDRESS, scheme)));
        manifests
                .of("KeycloakRealmImport")
                .flatMap(imported -> realm(imported).at("clients").items().stream()
                        .filter(client -> client.at("clientId").is("portal"))
                        .flatMap(client -> client.at("redirectUris").items().stream())
                        .filter(address -> !address.text().contains("*"))
                        .filter(address -> hosts.stream().noneMatch(host -> address.is(host + "/login")))
                        .map(address -> new Wrong(imported, address.text())))
                .forEach(wrong -> findings.add(
                        wrong.imported(),
                        "client portal is sent back to %s; let it be %sHOST/login with the host of its Ingress"
                                .formatted(wrong.address(), scheme)));
    }

    private record Wrong(Manifest imported, String address) {}

    private static Node realm(Manifest imported) {
        return imported.spec().at("realm");
    }
}
