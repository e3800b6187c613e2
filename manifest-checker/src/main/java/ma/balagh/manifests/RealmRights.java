package ma.balagh.manifests;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who becomes what in the realm: nobody by himself, and tokens say it as the applications read it. */
final class RealmRights {

    /** What an application grants by is no person's to change. */
    private static final Pattern SELF_EDITED = Pattern.compile(
            "\"name\"\\s*:\\s*\"(?<name>[^\"]+)\"(?:(?!\"name\").)*?\"edit\"\\s*:\\s*\\[[^]]*\"user\"", Pattern.DOTALL);

    private static final String PROFILE = "org.keycloak.userprofile.UserProfileProvider";
    private static final String AUDIENCE = "balagh";
    private static final int LONGEST_SECONDS = 3600;

    private RealmRights() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("realm-profile", Realms.outsideOfLocal("KeycloakRealmImport", RealmRights::profile)),
                new Rule("realm-roles", Realms.outsideOfLocal("KeycloakRealmImport", RealmRights::roles)),
                new Rule("realm-tokens", Realms.outsideOfLocal("KeycloakRealmImport", RealmRights::tokens)),
                new Rule("keycloak-server", Realms.outsideOfLocal("Keycloak", RealmRights::server)));
    }

    private static void profile(Manifests manifests, Manifest imported, Findings findings) {
        realm(imported).at("components", PROFILE).items().stream()
                .flatMap(component -> component.at("config", "kc.user.profile.config").items().stream())
                .flatMap(config -> SELF_EDITED.matcher(config.text()).results())
                .map(attribute -> attribute.group("name"))
                .forEach(attribute -> findings.add(
                        imported,
                        "let only admin edit %s in the user profile, or people give it to themselves"
                                .formatted(attribute)));
    }

    private static void roles(Manifests manifests, Manifest imported, Findings findings) {
        var realm = realm(imported);
        var missing = new TreeSet<>(manifests.settings().roles());
        realm.at("roles", "realm")
                .items()
                .forEach(role -> missing.remove(role.at("name").text()));
        if (!missing.isEmpty()) {
            findings.add(imported, "add the realm roles %s, which endpoints ask for".formatted(missing));
        }
        given(realm)
                .filter(manifests.settings().roles()::contains)
                .forEach(role ->
                        findings.add(imported, "take %s out of the default role, or everybody has it".formatted(role)));
        if (realm.at("users").items().stream()
                .filter(user -> user.at("serviceAccountClientId").is(Application.ANALYSIS.module()))
                .noneMatch(user -> user.at("realmRoles").items().stream().anyMatch(role -> role.is("laboratory")))) {
            findings.add(
                    imported,
                    "give the service account of %s the role laboratory, or it examines nothing"
                            .formatted(Application.ANALYSIS.module()));
        }
    }

    /** What everybody gets. */
    private static Stream<String> given(Node realm) {
        return Stream.of(
                        realm.at("defaultRole", "composites", "realm"),
                        realm.at("defaultRoles"),
                        realm.at("defaultRole", "composite"))
                .flatMap(roles -> roles.items().stream())
                .map(Node::text);
    }

    private static void tokens(Manifests manifests, Manifest imported, Findings findings) {
        var realm = realm(imported);
        if (realm.at("accessTokenLifespan").number(300) > LONGEST_SECONDS) {
            findings.add(
                    imported,
                    "lower accessTokenLifespan to %d s or less: who has left keeps his rights so long"
                            .formatted(LONGEST_SECONDS));
        }
        for (var client : realm.at("clients").items()) {
            var name = client.at("clientId").text();
            var mappers = client.at("protocolMappers").items();
            mappers.stream()
                    .map(mapper -> mapper.at("config", "included.custom.audience"))
                    .filter(audience -> audience.exists() && !audience.is(AUDIENCE))
                    .forEach(audience -> findings.add(
                            imported,
                            "set the audience of client %s to %s, not '%s', or its tokens are refused"
                                    .formatted(name, AUDIENCE, audience.text())));
            mappers.stream()
                    .map(mapper -> mapper.at("config"))
                    .filter(config -> config.at("claim.name").is("jurisdictions")
                            && !config.at("multivalued").is("true"))
                    .forEach(config -> findings.add(
                            imported, "set multivalued of jurisdictions of client %s to \"true\"".formatted(name)));
            if (client.at("standardFlowEnabled").is(true)
                    && !client.at("attributes", "pkce.code.challenge.method").is("S256")) {
                findings.add(
                        imported,
                        "set pkce.code.challenge.method of client %s to S256, or a code that is seen can be used"
                                .formatted(name));
            }
        }
    }

    private static void server(Manifests manifests, Manifest keycloak, Findings findings) {
        var spec = keycloak.spec();
        if (!spec.at("hostname", "backchannelDynamic").is(true)) {
            findings.add(
                    keycloak, "set hostname.backchannelDynamic to true: services would be sent to the public host");
        }
        if (!spec.at("proxy", "headers").is("xforwarded")) {
            findings.add(keycloak, "set proxy.headers to xforwarded, which the ingress sends and overwrites");
        }
        var options = spec.at("additionalOptions").items().stream()
                .collect(Collectors.toMap(
                        option -> option.at("name").text(),
                        option -> option.at("value").text(),
                        (first, second) -> second));
        if (spec.at("instances").number(1) > 1
                && options.getOrDefault("cache", "ispn").equals("local")) {
            findings.add(keycloak, "remove option cache: its instances would not know each other's logins");
        }
        if (spec.at("startOptimized").is(true) && !spec.at("image").exists()) {
            findings.add(keycloak, "remove startOptimized: the usual image was built for no database");
        }
    }

    private static Node realm(Manifest imported) {
        return imported.spec().at("realm");
    }
}
