package ma.balagh.manifests;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Environment variables: each once, and each one that the application knows. */
final class Environment {

    private static final Pattern ROOT_CERTIFICATE = Pattern.compile("sslrootcert=([^&]+)");

    private Environment() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("env-twice", Environment::twice),
                new Rule("env-unknown", Environment::unknown),
                new Rule("env-missing", Environment::missing),
                new Rule("database-trust", Environment::databaseTrust));
    }

    /** The literal value of a variable of a container, empty without. */
    static String value(Node container, String name) {
        return container.at("env").items().stream()
                .filter(entry -> entry.at("name").text().equals(name))
                .map(entry -> entry.at("value").text())
                .findFirst()
                .orElse("");
    }

    /** The same, also where a ConfigMap gives it. */
    static String value(Manifests manifests, Node container, String name) {
        var own = value(container, name);
        return own.isEmpty()
                ? container.at("envFrom").items().stream()
                        .map(source -> source.at("configMapRef", "name").text())
                        .flatMap(config -> manifests.find("ConfigMap", config).stream())
                        .map(config -> config.content().at("data", name).text())
                        .filter(value -> !value.isEmpty())
                        .reduce("", (first, last) -> last)
                : own;
    }

    private static void twice(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var seen = new HashSet<String>();
                for (var entry : container.at("env").items()) {
                    var name = entry.at("name").text();
                    if (!seen.add(name)) {
                        findings.add(pod.owner(), "%s stands twice; the last one wins".formatted(name));
                    }
                }
            }
        }
    }

    private static void unknown(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                Application.of(container)
                        .ifPresent(application -> names(manifests, container).stream()
                                .filter(name -> !manifests.settings().knows(application, name))
                                .forEach(name -> findings.add(
                                        pod.owner(),
                                        "%s has no setting %s; look for the name in its application.properties"
                                                .formatted(application.module(), name))));
            }
        }
    }

    /** What every instance needs, since the defaults are those of the suite on a laptop. */
    private static void missing(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var application = Application.of(container);
                if (application.isEmpty() || !pod.owner().is("Deployment")) {
                    continue;
                }
                var names = names(manifests, container);
                for (var needed : needed(application.get())) {
                    if (!names.contains(needed)) {
                        findings.add(pod.owner(), "set %s: its default is for the suite on a laptop".formatted(needed));
                    }
                }
            }
        }
    }

    /** Whoever goes to PostgreSQL has the certificate that its address names, Jobs as well. */
    private static void databaseTrust(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var named = ROOT_CERTIFICATE.matcher(value(manifests, container, "QUARKUS_DATASOURCE_JDBC_URL"));
                if (named.find()
                        && container.at("volumeMounts").items().stream()
                                .map(mount -> mount.at("mountPath").text())
                                .noneMatch(place -> named.group(1).startsWith(place + "/"))) {
                    findings.add(
                            pod.owner(),
                            "mount what has %s: its database's address names it".formatted(named.group(1)));
                }
            }
        }
    }

    private static Set<String> needed(Application application) {
        var needed = new LinkedHashSet<>(List.of("BALAGH_OIDC_URL"));
        if (application.hasDatabase()) {
            needed.addAll(List.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "QUARKUS_DATASOURCE_USERNAME",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "KAFKA_BOOTSTRAP_SERVERS"));
        }
        needed.addAll(
                switch (application) {
                    case INTAKE -> List.of("BALAGH_EVIDENCE_DIRECTORY", "BALAGH_SEAL_CURRENT", "BALAGH_REPORTER_KEY");
                    case ANALYSIS -> List.of("BALAGH_INTAKE_URL", "BALAGH_OIDC_CLIENT_SECRET");
                    case DISPATCH -> List.of();
                    case PORTAL ->
                        List.of(
                                "BALAGH_INTAKE_URL",
                                "BALAGH_ANALYSIS_URL",
                                "BALAGH_DISPATCH_URL",
                                "BALAGH_OIDC_CLIENT_SECRET");
                });
        return needed;
    }

    /** The names that a container's variables have, of those that manifests give. */
    static Set<String> names(Manifests manifests, Node container) {
        var names = new LinkedHashSet<String>();
        for (var entry : container.at("env").items()) {
            names.add(entry.at("name").text());
        }
        for (var source : container.at("envFrom").items()) {
            manifests
                    .find("ConfigMap", source.at("configMapRef", "name").text())
                    .ifPresent(config ->
                            names.addAll(config.content().at("data").fields().keySet()));
            manifests
                    .find("Secret", source.at("secretRef", "name").text())
                    .ifPresent(secret -> names.addAll(
                            secret.content().at("stringData").fields().keySet()));
        }
        return names;
    }
}
