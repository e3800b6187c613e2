package ma.balagh.manifests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** CloudNativePG: the cluster, who owns its databases, and what is left when it is lost. */
final class Databases {

    private static final List<String> POWERS =
            List.of("superuser", "createdb", "createrole", "bypassrls", "replication");

    private static final String BARMAN = "barman-cloud.cloudnative-pg.io";

    private Databases() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("database-cluster", Databases::clusters),
                new Rule("database-role", Databases::roles),
                new Rule("database-owner", Databases::databases),
                new Rule("database-backup", Databases::backups));
    }

    private static void clusters(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            var spec = cluster.spec();
            if (!spec.at("storage", "pvcTemplate").exists() && Brokers.isNothing(spec.at("storage", "size"))) {
                findings.add(cluster, "give its storage a size");
            }
            var log = spec.at("walStorage");
            if (log.exists() && !log.at("pvcTemplate").exists() && Brokers.isNothing(log.at("size"))) {
                findings.add(cluster, "give its walStorage a size");
            }
            var image = spec.at("imageName").text();
            if (!image.isEmpty() && Realms.isMoving(image)) {
                findings.add(cluster, "its image %s is whatever is newest; name a version".formatted(image));
            }
            for (var bound : List.of("requests", "limits")) {
                if (!manifests.isLocal()
                        && !spec.at("resources", bound, "memory").exists()) {
                    findings.add(cluster, "set resources.%s.memory".formatted(bound));
                }
            }
        });
    }

    private static void roles(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            if (cluster.spec().at("enableSuperuserAccess").is(true)) {
                findings.add(cluster, "set enableSuperuserAccess to false: nobody logs in as postgres");
            }
            for (var role : cluster.spec().at("managed", "roles").items()) {
                var name = role.at("name").text();
                for (var power : POWERS) {
                    if (role.at(power).is(true)) {
                        findings.add(
                                cluster,
                                "remove %s of role %s; it needs its own database alone".formatted(power, name));
                    }
                }
                secret(manifests, cluster, "role " + name, role.at("passwordSecret"), findings);
            }
            secret(
                    manifests,
                    cluster,
                    "bootstrap.initdb",
                    cluster.spec().at("bootstrap", "initdb", "secret"),
                    findings);
        });
    }

    private static void secret(Manifests manifests, Manifest manifest, String what, Node named, Findings findings) {
        if (named.at("name").exists()) {
            var key = named.at("key").exists() ? named.at("key").text() : "password";
            References.missingSecret(manifests, named.at("name").text(), key)
                    .ifPresent(mend -> findings.add(manifest, "%s: %s".formatted(what, mend)));
        }
    }

    private static void databases(Manifests manifests, Findings findings) {
        manifests.of("Database").forEach(database -> {
            var cluster = manifests.find(
                    "Cluster", database.spec().at("cluster", "name").text());
            if (cluster.isEmpty()) {
                findings.add(database, "let spec.cluster.name be that of the Cluster here");
            }
            var owner = database.spec().at("owner").text();
            cluster.map(Databases::owners)
                    .filter(owners -> !owners.contains(owner))
                    .ifPresent(owners -> findings.add(
                            database, "its owner '%s' is no role of its Cluster, only %s".formatted(owner, owners)));
            if (database.spec().at("databaseReclaimPolicy").is("delete")) {
                findings.add(database, "set databaseReclaimPolicy: retain, or what it holds goes with the object");
            }
            if (database.spec().at("ensure").is("absent")) {
                findings.add(database, "remove ensure: absent, which drops the database");
            }
        });
    }

    static Set<String> owners(Manifest cluster) {
        var owners = new TreeSet<String>();
        cluster.spec().at("managed", "roles").items().stream()
                .filter(role -> !role.at("ensure").is("absent"))
                .forEach(role -> owners.add(role.at("name").text()));
        owners.add(cluster.spec().at("bootstrap", "initdb", "owner").text());
        return owners;
    }

    private static void backups(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            var plugins = cluster.spec().at("plugins").items().stream()
                    .filter(plugin -> !plugin.at("enabled").is(false))
                    .toList();
            if (manifests.isProduction()) {
                if (plugins.stream()
                        .noneMatch(plugin -> plugin.at("isWALArchiver").is(true))) {
                    findings.add(
                            cluster, "set isWALArchiver: true for an enabled plugin, or a loss takes a day with it");
                }
                if (manifests.of("ScheduledBackup").noneMatch(backup -> isOf(backup, cluster))) {
                    findings.add(cluster, "give it a ScheduledBackup");
                }
            }
            for (var plugin : plugins) {
                var store = plugin.at("parameters", "barmanObjectName");
                if (!store.exists() && plugin.at("name").is(BARMAN)) {
                    findings.add(cluster, "say under parameters.barmanObjectName of its plugin which ObjectStore");
                } else if (store.exists()
                        && manifests.find("ObjectStore", store.text()).isEmpty()) {
                    findings.add(cluster, "its barmanObjectName '%s' is no ObjectStore here".formatted(store.text()));
                }
            }
        });
        manifests.of("ScheduledBackup").forEach(backup -> scheduled(manifests, backup, findings));
        manifests.of("ObjectStore").forEach(store -> store(manifests, store, findings));
    }

    private static boolean isOf(Manifest backup, Manifest cluster) {
        return backup.spec().at("cluster", "name").is(cluster.name());
    }

    private static void scheduled(Manifests manifests, Manifest backup, Findings findings) {
        var schedule = backup.spec().at("schedule").text().strip();
        if (!schedule.startsWith("@") && schedule.split("\\s+").length != 6) {
            findings.add(backup, "its schedule '%s' needs six fields; seconds come first".formatted(schedule));
        } else if (!schedule.startsWith("@") && !isSchedule(schedule.split("\\s+", 2))) {
            findings.add(backup, "its schedule '%s' never comes; write one as '0 0 2 * * *'".formatted(schedule));
        }
        if (backup.spec().at("suspend").is(true)) {
            findings.add(backup, "remove suspend: true, or nothing is backed up");
        }
        var cluster =
                manifests.of("Cluster").filter(there -> isOf(backup, there)).findFirst();
        if (cluster.isEmpty()) {
            findings.add(backup, "let spec.cluster.name be that of the Cluster here");
            return;
        }
        if (!backup.spec().at("method").is("plugin")
                && !cluster.get().spec().at("backup").exists()) {
            findings.add(
                    backup,
                    "set method: plugin, not '%s', by which %s can back up"
                            .formatted(backup.spec().at("method").text(), cluster.get()));
        }
        var plugin = backup.spec().at("pluginConfiguration", "name").text();
        if (backup.spec().at("method").is("plugin")
                && cluster.get().spec().at("plugins").items().stream()
                        .noneMatch(there -> there.at("name").text().equals(plugin))) {
            findings.add(backup, "its plugin '%s' is none of %s".formatted(plugin, cluster.get()));
        }
    }

    private static boolean isSchedule(String[] secondAndRest) {
        return secondAndRest[0].matches("\\*(/\\d{1,2})?|[0-5]?\\d(,[0-5]?\\d)*")
                && Errands.isSchedule(secondAndRest[1]);
    }

    private static void store(Manifests manifests, Manifest store, Findings findings) {
        var configuration = store.spec().at("configuration");
        configuration
                .at("s3Credentials")
                .fields()
                .forEach((field, named) -> secret(manifests, store, "s3Credentials." + field, named, findings));
        if (!manifests.isLocal() && configuration.at("endpointURL").text().startsWith("http:")) {
            findings.add(store, "let configuration.endpointURL begin with https: backups hold everything");
        }
    }
}
