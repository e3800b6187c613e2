package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each has its database of CloudNativePG, by its own role and password, and another role owns it (ADR 047); clusters are
 * backed up.
 */
final class DatabaseRules {

    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    private static final String OWNER = "_owner";
    private static final String READER = "_reader";
    private static final String OWNER_PASSWORD = "QUARKUS_FLYWAY_PASSWORD";
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://([^:/?]+)-rw(?:[.:][^/]*)?/([^?]+)(?:\\?.*)?");

    private DatabaseRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("database-made", DatabaseRules::made),
                new ManifestRule("database-owner", DatabaseRules::owners),
                new ManifestRule("database-login", DatabaseRules::logins),
                new ManifestRule("database-backup", DatabaseRules::backups),
                new ManifestRule("trigger-database", DatabaseRules::triggers));
    }

    private static Set<String> databases(ManifestSet manifests, KubernetesObject cluster) {
        var names = new HashSet<>(Set.of(cluster.spec().text("bootstrap", "initdb", "database")));
        for (var database : manifests.all("Database")) {
            names.add(database.spec().text("name"));
        }
        return names;
    }

    private static void made(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            made(manifests, instance.owner(), instance.value("QUARKUS_DATASOURCE_JDBC_URL"), findings);
        }
        for (var keycloak : manifests.all("Keycloak")) {
            made(manifests, keycloak, keycloak.spec().text("db", "url"), findings);
        }
    }

    private static void made(ManifestSet manifests, KubernetesObject caller, String url, FaultCollector findings) {
        var address = ADDRESS.matcher(url);
        if (address.matches()) {
            manifests
                    .find("Cluster", address.group(1))
                    .filter(cluster -> !databases(manifests, cluster).contains(address.group(2)))
                    .ifPresent(cluster -> findings.add(
                            cluster,
                            "add a Database with spec.name %s, where %s looks for it",
                            address.group(2),
                            caller));
        }
    }

    private static void owners(ManifestSet manifests, FaultCollector findings) {
        for (var database : manifests.all("Database")) {
            var cluster = manifests.find("Cluster", database.spec().text("cluster", "name"));
            var service = database.spec().text("name");
            var owner = database.spec().text("owner");
            if (cluster.isEmpty()) {
                findings.add(database, "let spec.cluster.name be that of the Cluster here");
            } else if (!roles(cluster.get()).containsAll(List.of(service, owner)) || !owner.equals(service + OWNER)) {
                findings.add(
                        database,
                        "set owner to %s%s, beside the role %s that works in it, not '%s'; roles are %s",
                        service,
                        OWNER,
                        service,
                        owner,
                        roles(cluster.get()));
            }
        }
    }

    private static Set<String> roles(KubernetesObject cluster) {
        var roles = new TreeSet<String>();
        cluster.spec().items("managed", "roles").forEach(role -> roles.add(role.text("name")));
        return roles;
    }

    /** A role has the password that those show who work as it. */
    private static void logins(ManifestSet manifests, FaultCollector findings) {
        for (var cluster : manifests.all("Cluster")) {
            for (var role : cluster.spec().items("managed", "roles")) {
                var name = role.text("name");
                shown(manifests, name)
                        .filter(shown -> !shown.equals(role.text("passwordSecret", "name")))
                        .distinct()
                        .forEach(shown -> findings.add(
                                cluster, "set passwordSecret.name of role %s to that of its service, %s", name, shown));
            }
            keycloak(manifests, cluster, findings);
        }
    }

    /** The secrets by which those sign in that work as a role. */
    private static Stream<String> shown(ManifestSet manifests, String role) {
        return manifests.instances().stream().flatMap(instance -> {
            var service = instance.application().account();
            var variable = role.equals(service + OWNER)
                    ? OWNER_PASSWORD
                    : role.equals(service + (JobRules.isProof(instance) ? READER : "")) ? PASSWORD : "";
            return instance.container().items("env").stream()
                    .filter(entry -> entry.text("name").equals(variable))
                    .map(entry -> entry.text("valueFrom", "secretKeyRef", "name"));
        });
    }

    private static void keycloak(ManifestSet manifests, KubernetesObject cluster, FaultCollector findings) {
        var initial = cluster.spec().at("bootstrap", "initdb");
        for (var keycloak : manifests.all("Keycloak")) {
            var database = keycloak.spec().at("db");
            var address = ADDRESS.matcher(database.text("url"));
            if (!address.matches()
                    || !address.group(1).equals(cluster.name())
                    || !address.group(2).equals(initial.text("database"))) {
                findings.add(
                        keycloak,
                        "let spec.db.url name %s-rw and database %s",
                        cluster.name(),
                        initial.text("database"));
            }
            for (var field : List.of("usernameSecret", "passwordSecret")) {
                if (!database.text(field, "name").equals(initial.text("secret", "name"))) {
                    findings.add(
                            keycloak,
                            "set spec.db.%s.name to %s, by which its database was made",
                            field,
                            initial.text("secret", "name"));
                }
            }
        }
    }

    private static void backups(ManifestSet manifests, FaultCollector findings) {
        for (var cluster : manifests.all("Cluster")) {
            if (manifests.isProduction()
                    && manifests
                            .of("ScheduledBackup")
                            .noneMatch(backup ->
                                    backup.spec().text("cluster", "name").equals(cluster.name()))) {
                findings.add(cluster, "give it a ScheduledBackup");
            }
            for (var plugin : cluster.spec().items("plugins")) {
                var store = plugin.text("parameters", "barmanObjectName");
                if (manifests.find("ObjectStore", store).isEmpty()) {
                    findings.add(cluster, "its barmanObjectName '%s' is no ObjectStore here", store);
                }
            }
        }
        for (var backup : manifests.all("ScheduledBackup")) {
            var plugin = backup.spec().text("pluginConfiguration", "name");
            if (manifests.find("Cluster", backup.spec().text("cluster", "name")).stream()
                    .flatMap(cluster -> cluster.spec().items("plugins").stream())
                    .noneMatch(there -> there.text("name").equals(plugin))) {
                findings.add(backup, "no Cluster here of that name has its plugin '%s'", plugin);
            }
        }
    }

    private static void triggers(ManifestSet manifests, FaultCollector findings) {
        for (var scaler : manifests.all("ScaledObject")) {
            for (var trigger : scaler.spec().items("triggers")) {
                var name = trigger.at("authenticationRef", "name");
                if (name.exists()
                        && manifests.find("TriggerAuthentication", name.text()).isEmpty()) {
                    findings.add(scaler, "its authenticationRef '%s' is no TriggerAuthentication here", name.text());
                }
                if (!trigger.text("type").equals("postgresql")) {
                    continue;
                }
                var host = trigger.text("metadata", "host");
                if (!AddressRules.isDatabase(manifests, host, scaler)) {
                    findings.add(scaler, "its host '%s' is no Service here, nor NAME-rw of a Cluster", host);
                }
                var database = trigger.text("metadata", "dbName");
                if (manifests
                        .of("Cluster")
                        .noneMatch(cluster -> databases(manifests, cluster).contains(database))) {
                    findings.add(scaler, "its dbName '%s' is no Database here", database);
                }
            }
        }
    }
}
