package ma.balagh.manifests;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a pod names is there: config maps, secrets and their keys, service accounts, priorities. */
final class References {

    /** Those of Kubernetes' own. */
    private static final Set<String> PRIORITIES = Set.of("system-cluster-critical", "system-node-critical");

    private References() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("config-reference", (manifests, findings) -> named(manifests, findings, "ConfigMap")),
                new Rule("secret-reference", (manifests, findings) -> named(manifests, findings, "Secret")),
                new Rule("service-reference", References::services),
                new Rule("service-account", References::serviceAccounts),
                new Rule("pull-secret", References::pullSecrets),
                new Rule("priority", References::priorities));
    }

    /** @param key empty where all of it is meant */
    private record Reference(String name, String key, boolean optional) {

        static Reference to(Node node, String nameField, String key) {
            return new Reference(
                    node.at(nameField).text(), key, node.at("optional").is(true));
        }
    }

    private static void named(Manifests manifests, Findings findings, String kind) {
        for (var pod : manifests.pods()) {
            references(pod, kind).distinct().forEach(reference -> {
                if (reference.optional()) {
                    if (kind.equals("Secret")) {
                        findings.add(
                                pod.owner(),
                                "Secret '%s' must not be optional, or it starts without".formatted(reference.name()));
                    } else if (keys(manifests, kind, reference.name()).isEmpty()) {
                        findings.add(
                                pod.owner(),
                                "there is no ConfigMap '%s', and optional hides it; name one that is here"
                                        .formatted(reference.name()));
                    }
                    return;
                }
                missing(manifests, kind, reference).ifPresent(mend -> findings.add(pod.owner(), mend));
            });
        }
    }

    private static Optional<String> missing(Manifests manifests, String kind, Reference reference) {
        var keys = keys(manifests, kind, reference.name());
        if (keys.isEmpty()) {
            return Optional.of("there is no %s '%s'".formatted(kind, reference.name()));
        }
        if (reference.key().isEmpty() || keys.get().contains("*") || keys.get().contains(reference.key())) {
            return Optional.empty();
        }
        return Optional.of("%s '%s' has no key '%s', only %s"
                .formatted(
                        kind,
                        reference.name(),
                        reference.key(),
                        keys.get().stream().sorted().toList()));
    }

    /** What a custom resource lacks that names a secret, and a key of it or none. */
    static Optional<String> missingSecret(Manifests manifests, String name, String key) {
        return missing(manifests, "Secret", new Reference(name, key, false));
    }

    private static Stream<Reference> references(Pod pod, String kind) {
        boolean config = kind.equals("ConfigMap");
        var one = config ? "configMapKeyRef" : "secretKeyRef";
        var all = config ? "configMapRef" : "secretRef";
        var fromContainers = pod.containers().stream()
                .flatMap(container -> Stream.concat(
                        container.at("env").items().stream()
                                .map(entry -> entry.at("valueFrom", one))
                                .filter(Node::exists)
                                .map(node -> Reference.to(
                                        node, "name", node.at("key").text())),
                        container.at("envFrom").items().stream()
                                .map(entry -> entry.at(all))
                                .filter(Node::exists)
                                .map(node -> Reference.to(node, "name", ""))));
        var volumes = pod.spec().at("volumes").items();
        var source = config ? "configMap" : "secret";
        var fromVolumes =
                volumes.stream().flatMap(volume -> inVolume(volume.at(source), config ? "name" : "secretName"));
        var fromProjections = volumes.stream()
                .flatMap(volume -> volume.at("projected", "sources").items().stream())
                .flatMap(projected -> inVolume(projected.at(source), "name"));
        return Stream.of(fromContainers, fromVolumes, fromProjections).flatMap(stream -> stream);
    }

    private static Stream<Reference> inVolume(Node node, String name) {
        var items = node.at("items").items();
        if (!node.exists()) {
            return Stream.empty();
        }
        return items.isEmpty()
                ? Stream.of(Reference.to(node, name, ""))
                : items.stream()
                        .map(item -> Reference.to(node, name, item.at("key").text()));
    }

    /** The keys of a config map or secret, a star for any; of secrets also those that operators will make. */
    static Optional<Set<String>> keys(Manifests manifests, String kind, String name) {
        var found = manifests.find(kind, name).map(manifest -> {
            Set<String> keys =
                    new HashSet<>(manifest.content().at("data").fields().keySet());
            keys.addAll(manifest.content().at("stringData").fields().keySet());
            keys.addAll(manifest.content().at("binaryData").fields().keySet());
            return keys;
        });
        return found.isPresent() || kind.equals("ConfigMap") ? found : madeByOperators(manifests, name);
    }

    private static Optional<Set<String>> madeByOperators(Manifests manifests, String name) {
        for (var manifest : manifests.all()) {
            Set<String> keys = switch (manifest.kind()) {
                case "ExternalSecret" ->
                    manifest.spec().at("target", "name").text().equals(name) ? external(manifest) : Set.of();
                case "KafkaUser" ->
                    manifest.name().equals(name)
                            ? Set.of("user.crt", "user.key", "user.p12", "user.password", "ca.crt")
                            : Set.of();
                case "Kafka" ->
                    name.equals(manifest.name() + "-cluster-ca-cert")
                            ? Set.of("ca.crt", "ca.p12", "ca.password")
                            : Set.of();
                case "Cluster" -> name.equals(manifest.name() + "-ca") ? Set.of("ca.crt") : Set.of();
                case "Certificate" ->
                    manifest.spec().at("secretName").text().equals(name)
                            ? Set.of("tls.crt", "tls.key", "ca.crt")
                            : Set.of();
                default -> Set.of();
            };
            if (!keys.isEmpty()) {
                return Optional.of(keys);
            }
        }
        return Optional.empty();
    }

    private static Set<String> external(Manifest secret) {
        var keys = new HashSet<String>();
        secret.spec()
                .at("data")
                .items()
                .forEach(entry -> keys.add(entry.at("secretKey").text()));
        if (secret.spec().at("dataFrom").exists()) {
            keys.add("*");
        }
        return keys;
    }

    private static void services(Manifests manifests, Findings findings) {
        manifests.of("StatefulSet").forEach(set -> {
            var name = set.spec().at("serviceName").text();
            if (manifests.find("Service", name).isEmpty()) {
                findings.add(set, "its serviceName '%s' is no Service here".formatted(name));
            }
        });
    }

    private static void serviceAccounts(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var account = pod.spec().at("serviceAccountName").text();
            if (account.isEmpty() || account.equals("default")) {
                findings.add(pod.owner(), "give it a ServiceAccount of its own by serviceAccountName");
            } else if (manifests.find("ServiceAccount", account).isEmpty()) {
                findings.add(
                        pod.owner(),
                        "there is no ServiceAccount '%s', only %s"
                                .formatted(
                                        account,
                                        manifests
                                                .of("ServiceAccount")
                                                .map(Manifest::name)
                                                .toList()));
            } else if (isOfAnother(pod, account)) {
                findings.add(
                        pod.owner(), "ServiceAccount '%s' is another application's; name its own".formatted(account));
            }
        }
    }

    private static boolean isOfAnother(Pod pod, String account) {
        var own = pod.mainContainers().stream()
                .flatMap(container -> Application.of(container).stream())
                .map(Application::account)
                .toList();
        return (own.isEmpty() ? !pod.part().startsWith(account) : !own.contains(account))
                && Arrays.stream(Application.values()).map(Application::account).anyMatch(account::equals);
    }

    private static void pullSecrets(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            pullSecrets(manifests, pod.owner(), pod.spec(), findings);
        }
        manifests.of("ServiceAccount").forEach(account -> pullSecrets(manifests, account, account.content(), findings));
    }

    private static void pullSecrets(Manifests manifests, Manifest owner, Node naming, Findings findings) {
        naming.at("imagePullSecrets").items().stream()
                .flatMap(secret -> missingSecret(manifests, secret.at("name").text(), "").stream())
                .forEach(mend -> findings.add(owner, "imagePullSecrets: " + mend));
    }

    private static void priorities(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var priority = pod.spec().at("priorityClassName").text();
            if (!priority.isEmpty()
                    && !PRIORITIES.contains(priority)
                    && manifests.find("PriorityClass", priority).isEmpty()) {
                findings.add(
                        pod.owner(),
                        "there is no PriorityClass '%s', and without it no pod is made; add it or remove priorityClassName"
                                .formatted(priority));
            }
        }
    }
}
