package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database of each: that it is made, whose it is, and that nobody gets in without the password. */
final class OwnDatabases {

    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    private static final String NO_PASSWORD = "POSTGRES_HOST_AUTH_METHOD";
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://([^:/?]+)-rw(?:[.:][^/]*)?/([^?]+)(?:\\?.*)?");

    /** What keeps written what was answered for. */
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes");

    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    private OwnDatabases() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("database-made", OwnDatabases::made),
                new Rule("database-login", OwnDatabases::logins),
                new Rule("database-open", OwnDatabases::open),
                new Rule("database-durable", OwnDatabases::durable));
    }

    private static void made(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                made(
                        manifests,
                        pod.owner(),
                        Environment.value(manifests, container, "QUARKUS_DATASOURCE_JDBC_URL"),
                        findings);
            }
        }
        manifests
                .of("Keycloak")
                .forEach(keycloak -> made(
                        manifests, keycloak, keycloak.spec().at("db", "url").text(), findings));
        manifests.of("Database").forEach(database -> {
            var name = database.spec().at("name").text();
            var owner = database.spec().at("owner").text();
            if (services().contains(name)
                    && !owner.equals(name)
                    && manifests.of("Cluster").map(Databases::owners).anyMatch(owners -> owners.contains(owner))) {
                findings.add(
                        database, "set owner to %s, not '%s': the service makes its tables".formatted(name, owner));
            }
        });
    }

    private static void made(Manifests manifests, Manifest caller, String url, Findings findings) {
        var address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return;
        }
        manifests
                .find("Cluster", address.group(1))
                .filter(cluster -> !databases(manifests, cluster).contains(address.group(2)))
                .ifPresent(cluster -> findings.add(
                        cluster,
                        "add a Database with spec.name %s, where %s looks for it".formatted(address.group(2), caller)));
    }

    private static Set<String> databases(Manifests manifests, Manifest cluster) {
        var names = new HashSet<String>();
        names.add(cluster.spec().at("bootstrap", "initdb", "database").text());
        manifests
                .of("Database")
                .filter(database -> !database.spec().at("ensure").is("absent"))
                .forEach(database -> names.add(database.spec().at("name").text()));
        return names;
    }

    private static Set<String> services() {
        return Stream.of(Application.values())
                .filter(Application::hasDatabase)
                .map(Application::account)
                .collect(Collectors.toSet());
    }

    private static void logins(Manifests manifests, Findings findings) {
        var passwords = passwords(manifests);
        manifests.of("Cluster").forEach(cluster -> {
            for (var role : cluster.spec().at("managed", "roles").items()) {
                var name = role.at("name").text();
                var known = passwords.getOrDefault(name, Set.of());
                if (known.isEmpty()) {
                    continue;
                }
                if (!role.at("login").is(true)) {
                    findings.add(cluster, "set login: true for role %s, or its service cannot log in".formatted(name));
                }
                var secret = role.at("passwordSecret", "name").text();
                if (!known.contains(secret) && (secret.isEmpty() || isThere(manifests, secret))) {
                    findings.add(
                            cluster,
                            "set passwordSecret.name of role %s to that of its service, %s"
                                    .formatted(name, String.join(" or ", known)));
                }
            }
        });
        manifests.of("Keycloak").forEach(keycloak -> keycloakLogin(manifests, keycloak, findings));
    }

    /** What is not is told elsewhere. */
    private static boolean isThere(Manifests manifests, String secret) {
        return References.missingSecret(manifests, secret, "password").isEmpty();
    }

    /** The secrets that services take their passwords from. */
    private static Map<String, Set<String>> passwords(Manifests manifests) {
        return manifests.instances().stream()
                .filter(instance -> instance.application().hasDatabase())
                .flatMap(instance -> instance.container().at("env").items().stream()
                        .filter(entry -> entry.at("name").is(PASSWORD))
                        .map(entry ->
                                entry.at("valueFrom", "secretKeyRef", "name").text())
                        .map(secret -> Map.entry(instance.application().account(), secret)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static void keycloakLogin(Manifests manifests, Manifest keycloak, Findings findings) {
        var database = keycloak.spec().at("db");
        var address = ADDRESS.matcher(database.at("url").text());
        var cluster = manifests.find("Cluster", address.matches() ? address.group(1) : "");
        if (manifests.of("Cluster").findAny().isPresent() && cluster.isEmpty()) {
            findings.add(keycloak, "let spec.db.url name NAME-rw of a Cluster here, and its database");
        }
        if (address.matches() && services().contains(address.group(2))) {
            findings.add(keycloak, "let spec.db.url end in /keycloak: /%s is a service's".formatted(address.group(2)));
        }
        var secret = cluster.map(there -> there.spec().at("bootstrap", "initdb"))
                .filter(there -> address.matches() && there.at("database").is(address.group(2)))
                .map(there -> there.at("secret", "name").text())
                .orElse("");
        for (var field : List.of("usernameSecret", "passwordSecret")) {
            var named = database.at(field, "name").text();
            if (!secret.isEmpty() && !named.equals(secret) && isThere(manifests, named)) {
                findings.add(
                        keycloak, "set spec.db.%s.name to %s, by which its database was made".formatted(field, secret));
            }
        }
    }

    private static void open(Manifests manifests, Findings findings) {
        manifests
                .of("Cluster")
                .forEach(cluster -> cluster.spec().at("postgresql", "pg_hba").items().stream()
                        .map(Node::text)
                        .filter(line -> line.toLowerCase(Locale.ROOT).matches(".*\\s(trust|password)\\b.*"))
                        .forEach(line -> findings.add(
                                cluster,
                                "remove '%s' from postgresql.pg_hba; write scram-sha-256 as its method"
                                        .formatted(line))));
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                if (Environment.value(manifests, container, NO_PASSWORD).equals("trust")) {
                    findings.add(pod.owner(), "remove %s: whoever reaches it gets in".formatted(NO_PASSWORD));
                }
            }
        }
    }

    private static void durable(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            for (var parameter : DURABLE) {
                var value =
                        cluster.spec().at("postgresql", "parameters", parameter).text();
                if (OFF.contains(value.toLowerCase(Locale.ROOT))) {
                    findings.add(
                            cluster,
                            "remove %s from postgresql.parameters: a crash would lose evidence".formatted(parameter));
                }
            }
        });
    }
}
