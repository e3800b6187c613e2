package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each application takes its own secrets, and of them the one that is meant. Their names begin with whom they are for. */
final class SecretRules {

    private static final List<String> PARTS =
            List.of("intake", "analysis", "dispatch", "portal", "keycloak", "keda", "postgres", "kafka", "pods");

    /** The secret that a variable comes from, after the application's name, and the key there. */
    private static final Map<String, String> ORIGINS = Map.of(
            "QUARKUS_DATASOURCE_USERNAME", "-database/username",
            "QUARKUS_DATASOURCE_PASSWORD", "-database/password",
            "QUARKUS_FLYWAY_USERNAME", "-database-owner/username",
            "QUARKUS_FLYWAY_PASSWORD", "-database-owner/password",
            "BALAGH_OIDC_CLIENT_SECRET", "-oidc/client-secret",
            "BALAGH_EVIDENCE_S3_ACCESS_KEY_ID", "-object-store/access-key-id",
            "BALAGH_EVIDENCE_S3_SECRET_ACCESS_KEY", "-object-store/secret-access-key",
            "KAFKA_SSL_KEYSTORE_PASSWORD", "/user.password");

    private SecretRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("own-secret", SecretRules::own),
                new ManifestRule("owner-secret", SecretRules::owners),
                new ManifestRule("external-origin", SecretRules::origins));
    }

    private static void own(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var account = instance.application().account();
            for (var entry : instance.container().items("env")) {
                var reference = entry.at("valueFrom", "secretKeyRef");
                var origin = origin(instance, entry.text("name"));
                var named = reference.text("name") + "/" + reference.text("key");
                if (reference.exists() && !origin.isEmpty() && !named.equals(account + origin)) {
                    findings.add(
                            instance.owner(),
                            "let %s come from %s%s, not %s",
                            entry.text("name"),
                            account,
                            origin,
                            named);
                }
            }
            whole(instance)
                    .filter(secret -> isAnothers(account, secret))
                    .forEach(secret -> findings.add(
                            instance.owner(), "remove Secret '%s', which is another's, or take its own", secret));
        }
    }

    private static String origin(ApplicationInstance instance, String variable) {
        var origin = ORIGINS.getOrDefault(variable, "");
        return JobRules.isProof(instance) ? origin.replace("-database/", "-database-reader/") : origin;
    }

    /** Whoever owns a schema can do anything with what is in it: only the process that migrates it, and ends, does. */
    private static void owners(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            if (!JobRules.isMigration(instance)) {
                Stream.concat(whole(instance), keys(instance))
                        .filter(secret -> secret.endsWith("-database-owner"))
                        .distinct()
                        .forEach(secret -> findings.add(
                                instance.owner(), "remove Secret '%s', which only migrations need", secret));
            }
        }
    }

    /** Secrets of which it gets single keys as variables. */
    private static Stream<String> keys(ApplicationInstance instance) {
        return instance.container().items("env").stream().map(entry -> entry.text("valueFrom", "secretKeyRef", "name"));
    }

    /** Secrets of which it gets all keys or any as files, but those that are to be seen by everybody. */
    private static Stream<String> whole(ApplicationInstance instance) {
        var files = instance.pod().spec().items("volumes").stream()
                .flatMap(volume -> Stream.concat(
                        Stream.of(volume.at("secret")),
                        volume.items("projected", "sources").stream().map(source -> source.at("secret"))))
                .filter(secret -> secret.items("items").isEmpty()
                        || !secret.items("items").stream()
                                .allMatch(item -> item.text("key").endsWith(".crt")))
                .map(secret -> secret.text("secretName") + secret.text("name"));
        return Stream.concat(
                files, instance.container().items("envFrom").stream().map(source -> source.text("secretRef", "name")));
    }

    private static boolean isAnothers(String account, String secret) {
        return PARTS.stream()
                .filter(part -> !part.equals(account))
                .anyMatch(part -> secret.equals(part) || secret.startsWith(part + "-"));
    }

    /** Each Secret comes from what is its own, key by key. */
    private static void origins(ManifestSet manifests, FaultCollector findings) {
        for (var secret : manifests.all("ExternalSecret")) {
            var target = secret.spec().text("target", "name");
            for (var entry : secret.spec().items("data")) {
                var origin = entry.text("remoteRef", "key") + "/" + entry.text("remoteRef", "property");
                if (!origin.endsWith("/" + target + "/" + entry.text("secretKey"))) {
                    findings.add(secret, "let %s come from its own, not from %s", entry.text("secretKey"), origin);
                }
            }
        }
    }
}
