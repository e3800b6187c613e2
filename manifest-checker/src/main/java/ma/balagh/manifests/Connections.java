package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an application is told of the others: its own database, and nobody in between. */
final class Connections {

    private static final Pattern DATABASE =
            Pattern.compile("jdbc:postgresql://([^:/?]+)(?::(\\d+))?/([^?]+)(?:\\?(.*))?");
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String REALM = "/realms/balagh";

    /** By such a host services tell that they are where published secrets are at home. */
    private static final Pattern LOCAL = Pattern.compile("https?://[^/:]+\\.balagh-local\\.svc(:\\d+)?/.*");

    private Connections() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("own-database", Connections::database),
                new Rule("realm-address", Connections::realm),
                new Rule("kafka-encrypted", Connections::kafka),
                new Rule("log-lines", Connections::logLines),
                new Rule("java-options", Connections::javaOptions));
    }

    private static void database(Manifests manifests, Findings findings) {
        manifests.instances().forEach(instance -> {
            var url = instance.value(URL);
            if (!instance.application().hasDatabase() || url.isEmpty()) {
                return;
            }
            var database = DATABASE.matcher(url);
            var own = name(instance.application());
            if (!database.matches()) {
                findings.add(instance.owner(), "write %s as jdbc:postgresql://HOST:5432/%s".formatted(URL, own));
                return;
            }
            if (!database.group(3).equals(own)) {
                findings.add(
                        instance.owner(),
                        "let %s end in /%s: '%s' is not its database".formatted(URL, own, database.group(3)));
            }
            if (!answers(manifests, database.group(1), instance.owner())) {
                findings.add(
                        instance.owner(),
                        "%s names host %s; take a Service that is here, or NAME-rw of a Cluster"
                                .formatted(URL, database.group(1)));
            }
            if (database.group(2) != null && !database.group(2).equals("5432")) {
                findings.add(instance.owner(), "let %s name port 5432, not %s".formatted(URL, database.group(2)));
            }
            if (!manifests.isLocal() && !String.valueOf(database.group(4)).contains("sslmode=verify-full")) {
                findings.add(
                        instance.owner(),
                        "add sslmode=verify-full to %s, or anybody can pass for PostgreSQL".formatted(URL));
            }
        });
    }

    private static boolean answers(Manifests manifests, String host, Manifest caller) {
        return Addresses.service(host, caller).stream()
                .anyMatch(name -> manifests.find("Service", name).isPresent()
                        || manifests.of("Cluster").anyMatch(cluster -> name.equals(cluster.name() + "-rw")));
    }

    private static void realm(Manifests manifests, Findings findings) {
        manifests.instances().forEach(instance -> {
            var url = instance.value("BALAGH_OIDC_URL");
            if (!url.isEmpty() && !url.matches("https?://[^/]+" + REALM)) {
                findings.add(
                        instance.owner(),
                        "write BALAGH_OIDC_URL as https://keycloak:PORT%s; it is '%s'".formatted(REALM, url));
            } else if (manifests.isLocal()
                    && url.startsWith("http")
                    && !LOCAL.matcher(url).matches()) {
                findings.add(
                        instance.owner(),
                        "let BALAGH_OIDC_URL name keycloak.balagh-local.svc, or it refuses the published secrets");
            }
        });
        manifests
                .of("KeycloakRealmImport")
                .filter(imported -> !REALM.endsWith(
                        "/" + imported.spec().at("realm", "realm").text()))
                .forEach(imported -> findings.add(
                        imported, "set realm.realm to balagh: BALAGH_OIDC_URL ends in %s".formatted(REALM)));
    }

    private static void kafka(Manifests manifests, Findings findings) {
        manifests.instances().forEach(instance -> {
            if (manifests.isLocal()
                    || !instance.application().hasDatabase()
                    || !instance.isServing() && !Errands.isReplay(instance)) {
                return;
            }
            var protocol = instance.value("KAFKA_SECURITY_PROTOCOL");
            if (!protocol.equals("SSL")) {
                findings.add(
                        instance.owner(),
                        "set KAFKA_SECURITY_PROTOCOL to SSL: it is '%s', and events would go in clear"
                                .formatted(protocol));
            }
            for (var store : List.of("KAFKA_SSL_KEYSTORE_LOCATION", "KAFKA_SSL_TRUSTSTORE_LOCATION")) {
                var place = instance.value(store);
                if (mounts(instance.container()).noneMatch(mount -> place.startsWith(mount + "/"))) {
                    findings.add(
                            instance.owner(), "let %s be a file of a volume; '%s' is in none".formatted(store, place));
                }
            }
        });
    }

    private static Stream<String> mounts(Node container) {
        return container.at("volumeMounts").items().stream()
                .map(mount -> mount.at("mountPath").text());
    }

    private static void logLines(Manifests manifests, Findings findings) {
        manifests.instances().forEach(instance -> {
            if (!manifests.isLocal() && !instance.value("BALAGH_LOG_JSON").equals("true")) {
                findings.add(
                        instance.owner(),
                        "set BALAGH_LOG_JSON to \"true\", or whoever collects logs cannot read its lines");
            }
        });
    }

    private static void javaOptions(Manifests manifests, Findings findings) {
        manifests.instances().forEach(instance -> {
            var options = instance.value("JAVA_TOOL_OPTIONS");
            if (options.contains("jdwp")) {
                findings.add(
                        instance.owner(), "remove jdwp from JAVA_TOOL_OPTIONS: whoever reaches it runs what he likes");
            }
            var heap = Pattern.compile("-Xmx(\\d+[kmgKMG]?)").matcher(options);
            var limit = instance.container().at("resources", "limits", "memory").text();
            if (heap.find()
                    && Amounts.of(heap.group(1).toUpperCase(Locale.ROOT).replaceAll("([KMG])$", "$1i"))
                                    .compareTo(Amounts.of(limit))
                            >= 0) {
                findings.add(
                        instance.owner(),
                        "lower -Xmx in JAVA_TOOL_OPTIONS, or remove it: the container may have %s".formatted(limit));
            }
            var share = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)").matcher(options);
            if (share.find() && Double.parseDouble(share.group(1)) > 80) {
                findings.add(
                        instance.owner(),
                        "lower MaxRAMPercentage to 60: memory beside the heap needs room, too, and %s leave none"
                                .formatted(share.group(1)));
            }
        });
    }

    private static String name(Application application) {
        return application.name().toLowerCase(Locale.ROOT);
    }
}
