package ma.balagh.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No secret stands in a manifest, but the published ones of the small cluster. */
final class Secrets {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(^|.*_)(PASSWORD|PASSWD|SECRET|TOKEN|SIGNING_KEY|ACCESS_KEY|ACCESS_KEY_ID|PRIVATE_KEY|CREDENTIALS)$|BALAGH_SEAL_KEYS_.*");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@|[?&]password=[^&\\s]+");
    private static final Pattern IN_ARGUMENT = Pattern.compile("(?i)(password|secret|token)=[^$\\s]+");
    private static final Pattern ARGUMENT_NAME = Pattern.compile("(?i)--?[\\w.-]*(password|passwd|secret|token)");
    private static final Pattern IN_OPTION = Pattern.compile("(?i)-D[\\w.-]*(password|secret|token)=[^$\\s]+");
    private static final Pattern FILE = Pattern.compile(".*\\.(properties|ya?ml|conf|env)");
    private static final Pattern IN_LINE =
            Pattern.compile("(?im)^[ \\t]*[\\w.%\"-]*(password|passwd|secret|token)[ \\t]*[=:][ \\t]*[^\\s$#{].*$");
    private static final String PUBLISHED = "-local";

    private Secrets() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("secret-literal", Secrets::literals),
                new Rule("secret-in-manifest", Secrets::inManifests),
                new Rule("published-secret", Secrets::published));
    }

    private static boolean isSecret(String name, String value) {
        return !value.isEmpty()
                        && SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
                || IN_ADDRESS.matcher(value).find()
                || IN_OPTION.matcher(value).find();
    }

    private static void literals(Manifests manifests, Findings findings) {
        manifests
                .of("ConfigMap")
                .forEach(config -> config.content()
                        .at("data")
                        .texts()
                        .forEach((name, value) -> config(config, name, value, findings)));
        manifests
                .of("ExternalSecret")
                .forEach(secret -> secret.spec()
                        .at("target", "template", "data")
                        .texts()
                        .forEach((name, value) -> template(secret, name, value, findings)));
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                container(pod, container, findings);
            }
        }
    }

    private static void config(Manifest config, String name, String value, Findings findings) {
        if (name.matches("[A-Z0-9_]+") && isSecret(name, value)) {
            findings.add(config, "%s is a secret; move it to a Secret".formatted(name));
        } else if (FILE.matcher(name).matches() && IN_LINE.matcher(value).find()) {
            findings.add(config, "%s has a line with a secret; take it from the environment".formatted(name));
        }
    }

    private static void template(Manifest secret, String name, String value, Findings findings) {
        if (isSecret(name.replaceAll("[.-]", "_"), value) && !value.contains("{{")) {
            findings.add(secret, "target.template.data.%s is a literal; write {{ .KEY }} there".formatted(name));
        }
    }

    private static void container(Pod pod, Node container, Findings findings) {
        if (isTold(arguments(container))) {
            findings.add(pod.owner(), "an argument holds a secret; take it from the environment");
        }
        for (var entry : container.at("env").items()) {
            var name = entry.at("name").text();
            if (isSecret(name, entry.at("value").text())) {
                findings.add(pod.owner(), "%s is a literal; refer to a Secret by secretKeyRef".formatted(name));
            }
        }
    }

    /** Whether one holds a secret, or is followed by one. */
    private static boolean isTold(List<String> arguments) {
        return arguments.stream()
                        .anyMatch(argument -> IN_ARGUMENT.matcher(argument).find())
                || IntStream.range(1, arguments.size())
                        .anyMatch(
                                i -> ARGUMENT_NAME.matcher(arguments.get(i - 1)).matches()
                                        && !arguments.get(i).matches("[$-].*"));
    }

    private static List<String> arguments(Node container) {
        return Stream.of("command", "args")
                .flatMap(field -> container.at(field).items().stream())
                .map(Node::text)
                .toList();
    }

    private static void inManifests(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        manifests.of("Secret").forEach(secret -> {
            if (secret.content().at("data").exists()
                    || secret.content().at("stringData").exists()) {
                findings.add(secret, "its contents stand in the manifest; let an ExternalSecret make it");
            }
        });
    }

    private static void published(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            unpublished(manifests, findings);
            return;
        }
        for (var manifest : manifests.all()) {
            for (var place : List.of("data", "stringData")) {
                manifest.content().at(place).texts().forEach((name, value) -> {
                    if (value.endsWith(PUBLISHED)) {
                        findings.add(manifest, "%s is a published secret of the local platform".formatted(name));
                    }
                });
            }
        }
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var entry : container.at("env").items()) {
                    if (entry.at("value").text().endsWith(PUBLISHED)) {
                        findings.add(
                                pod.owner(),
                                "%s is a published secret of the local platform"
                                        .formatted(entry.at("name").text()));
                    }
                }
            }
        }
    }

    /** What everybody may know is told by its end from what nobody may. */
    private static void unpublished(Manifests manifests, Findings findings) {
        manifests
                .of("Secret")
                .forEach(secret -> contents(secret).forEach((name, value) -> {
                    if (isSecret(name.replaceAll("[.-]", "_"), value) && !value.endsWith(PUBLISHED)) {
                        findings.add(
                                secret,
                                "let %s end in %s, or the services take it for a secret that nobody knows"
                                        .formatted(name, PUBLISHED));
                    }
                }));
    }

    private static Map<String, String> contents(Manifest secret) {
        var contents = secret.content().at("stringData").texts();
        secret.content().at("data").texts().forEach((name, value) -> contents.putIfAbsent(name, decoded(value)));
        return contents;
    }

    /** What is no base64 is found elsewhere. */
    private static String decoded(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value), UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
