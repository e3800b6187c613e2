package ma.balagh.manifests;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Environment variables: each once, with a value, and each one that the application knows. */
final class Environment {

    private Environment() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("env-twice", Environment::twice),
                new Rule("env-entry", Environment::entries),
                new Rule("env-unknown", Environment::unknown),
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
        return variable(manifests, container, name)
                .map(variable -> variable.value().text())
                .orElse("");
    }

    static Optional<Variable> variable(Manifests manifests, Node container, String name) {
        return Optional.ofNullable(variables(manifests, container).get(name));
    }

    /** As the container has them in the end: of two sources the later wins, and its own entries over all. */
    static Map<String, Variable> variables(Manifests manifests, Node container) {
        return manifests.variables(container, unread -> read(manifests, unread));
    }

    private static Map<String, Variable> read(Manifests manifests, Node container) {
        var variables = new LinkedHashMap<String, Variable>();
        Stream.concat(
                        container.at("envFrom").items().stream().flatMap(source -> given(manifests, source)),
                        container.at("env").items().stream().map(entry -> own(manifests, entry)))
                .forEach(variable -> variables.put(variable.name(), variable));
        return variables;
    }

    private static Stream<Variable> given(Manifests manifests, Node source) {
        return Stream.concat(
                contents(manifests, "ConfigMap", source.at("configMapRef"), "data"),
                contents(manifests, "Secret", source.at("secretRef"), "stringData"));
    }

    private static Stream<Variable> contents(Manifests manifests, String kind, Node reference, String place) {
        return manifests.find(kind, reference.at("name").text()).stream()
                .flatMap(giver -> giver.content().at(place).texts().entrySet().stream()
                        .map(entry -> new Variable(Optional.of(giver), entry.getKey(), new Node(entry.getValue()))));
    }

    private static Variable own(Manifests manifests, Node entry) {
        var name = entry.at("name").text();
        var key = entry.at("valueFrom", "configMapKeyRef");
        if (key.exists()) {
            return contents(manifests, "ConfigMap", key, "data")
                    .filter(content -> key.at("key").is(content.name()))
                    .map(content -> new Variable(content.source(), name, content.value()))
                    .findFirst()
                    .orElse(new Variable(Optional.empty(), name, new Node(null)));
        }
        return new Variable(
                Optional.empty(),
                name,
                entry.at("valueFrom").exists()
                        ? new Node(null)
                        : new Node(entry.at("value").text()));
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

    /** Each entry says in one way what its value is. */
    private static void entries(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var entry : container.at("env").items()) {
                    var name = entry.at("name").text();
                    var sources = entry.at("valueFrom").fields().size();
                    if (!entry.at("value").exists() && sources == 0) {
                        findings.add(
                                pod.owner(),
                                "give %s a value, or take it from a Secret by valueFrom: it is empty".formatted(name));
                    } else if (!entry.at("value").text().isEmpty() && sources > 0 || sources > 1) {
                        findings.add(pod.owner(), "leave %s one value: an entry with two is refused".formatted(name));
                    }
                }
                prefixes(pod, container, findings);
            }
        }
    }

    private static void prefixes(Pod pod, Node container, Findings findings) {
        for (var source : container.at("envFrom").items()) {
            var prefix = source.at("prefix").text();
            if (!prefix.isEmpty() && Application.of(container).isPresent()) {
                findings.add(
                        pod.owner(),
                        "remove prefix %s under envFrom: no setting has a name that begins so".formatted(prefix));
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

    /** Whoever goes to PostgreSQL has the certificate that its address names, Jobs as well. */
    private static void databaseTrust(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                Mounts.rootCertificate(value(manifests, container, "QUARKUS_DATASOURCE_JDBC_URL"))
                        .filter(file -> Mounts.around(container, file).isEmpty())
                        .ifPresent(file -> findings.add(
                                pod.owner(), "mount what has %s: its database's address names it".formatted(file)));
            }
        }
    }

    /** The names that a container's variables have, of those that manifests give. */
    static Set<String> names(Manifests manifests, Node container) {
        return variables(manifests, container).keySet();
    }
}
