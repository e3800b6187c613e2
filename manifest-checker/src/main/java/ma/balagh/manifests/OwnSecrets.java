package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each application takes its own secrets, and of them the one that is meant. Their names begin with whom they are for. */
final class OwnSecrets {

    private static final List<String> PARTS =
            List.of("intake", "analysis", "dispatch", "portal", "keycloak", "keda", "postgres", "kafka", "pods");

    /** What follows in the name of the secret that a variable comes from, and the key there. */
    private static final Map<String, Origin> ORIGINS = Map.of(
            "QUARKUS_DATASOURCE_USERNAME", new Origin("-database", "username"),
            "QUARKUS_DATASOURCE_PASSWORD", new Origin("-database", "password"),
            "BALAGH_OIDC_CLIENT_SECRET", new Origin("-oidc", "client-secret"),
            "BALAGH_EVIDENCE_S3_ACCESS_KEY_ID", new Origin("-object-store", "access-key-id"),
            "BALAGH_EVIDENCE_S3_SECRET_ACCESS_KEY", new Origin("-object-store", "secret-access-key"),
            "KAFKA_SSL_KEYSTORE_PASSWORD", new Origin("", "user.password"));

    private record Origin(String suffix, String key) {}

    private OwnSecrets() {}

    static List<Rule> rules() {
        return List.of(new Rule("own-secret", OwnSecrets::secrets));
    }

    private static void secrets(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                Application.of(container).ifPresent(application -> {
                    container.at("env").items().forEach(entry -> entry(pod, entry, application, findings));
                    whole(pod, container)
                            .forEach(secret -> foreign(application, secret)
                                    .forEach(other -> findings.add(
                                            pod.owner(),
                                            "remove Secret '%s', which is %s's, or take its own"
                                                    .formatted(secret, other))));
                });
            }
        }
    }

    private static void entry(Pod pod, Node entry, Application application, Findings findings) {
        var name = entry.at("name").text();
        var secret = entry.at("valueFrom", "secretKeyRef", "name").text();
        var key = entry.at("valueFrom", "secretKeyRef", "key").text();
        var others = foreign(application, secret).toList();
        others.forEach(other -> findings.add(
                pod.owner(),
                "take %s from a Secret of %s: '%s' is %s's".formatted(name, application.account(), secret, other)));
        var origin = ORIGINS.get(name);
        if (others.isEmpty() && origin != null && isAnothers(origin, secret, key, application)) {
            findings.add(
                    pod.owner(),
                    "let %s be the key %s of Secret '%s%s', not %s of '%s'"
                            .formatted(name, origin.key(), application.account(), origin.suffix(), key, secret));
        }
    }

    /** Whether it is where another variable comes from; a name that is not known here may be right. */
    private static boolean isAnothers(Origin origin, String secret, String key, Application application) {
        return !key.equals(origin.key())
                        && ORIGINS.values().stream()
                                .anyMatch(other -> other.key().equals(key))
                || !secret.equals(application.account() + origin.suffix())
                        && ORIGINS.values().stream()
                                .anyMatch(other -> secret.equals(application.account() + other.suffix()));
    }

    /** Secrets of which it gets all keys or any as files, but those that are to be seen by everybody. */
    private static Stream<String> whole(Pod pod, Node container) {
        var files = pod.spec().at("volumes").items().stream()
                .flatMap(volume -> Stream.concat(
                        Stream.of(volume.at("secret")),
                        volume.at("projected", "sources").items().stream().map(source -> source.at("secret"))))
                .filter(secret -> !isPublic(secret))
                .map(secret ->
                        secret.at("secretName").text() + secret.at("name").text());
        var variables = container.at("envFrom").items().stream()
                .map(source -> source.at("secretRef", "name").text());
        return Stream.concat(files, variables);
    }

    private static boolean isPublic(Node secret) {
        var items = secret.at("items").items();
        return !items.isEmpty()
                && items.stream().allMatch(item -> item.at("key").text().endsWith(".crt"));
    }

    private static Stream<String> foreign(Application application, String secret) {
        return PARTS.stream()
                .filter(part -> !part.equals(application.account()))
                .filter(part -> secret.equals(part) || secret.startsWith(part + "-"));
    }
}
