package ma.balagh.manifests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.contracts.Service;
import ma.balagh.contracts.Topic;

/** What KEDA scales by: something that is there, and that the scaled pods work off. */
final class Triggers {

    private static final Set<String> TYPES = Set.of("cpu", "memory", "cron", "kafka", "postgresql", "prometheus");
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");
    private static final Pattern PASSWORD = Pattern.compile("(?i)password=|://[^/\\s:@]+:[^/\\s@]+@");
    private static final Pattern POSITIVE = Pattern.compile("(?=.*[1-9])\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern SHARE = Pattern.compile("[1-9]\\d?|100");

    /** Parameters of a TriggerAuthentication of which a trigger needs one. */
    private static final Map<String, Set<String>> NEEDED =
            Map.of("kafka", Set.of("key", "password"), "postgresql", Set.of("connection", "password"));

    private static final Map<String, String> KEYS = Map.of("ca", ".crt", "cert", ".crt", "key", ".key");

    private static final Pattern HOST = Pattern.compile("[^.:]+\\.([^.:]+)\\.svc.*");

    private Triggers() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("trigger", Triggers::triggers),
                new Rule("trigger-kafka", Triggers::kafka),
                new Rule("trigger-postgresql", Triggers::postgresql),
                new Rule("trigger-secret", Triggers::secrets),
                new Rule("trigger-keys", Triggers::keys));
    }

    private static List<Node> of(Manifest scaler) {
        return scaler.spec().at("triggers").items();
    }

    private static void triggers(Manifests manifests, Findings findings) {
        manifests.of("ScaledObject").forEach(scaler -> {
            if (of(scaler).isEmpty()) {
                findings.add(scaler, "give it a trigger under spec.triggers");
            }
            for (var trigger : of(scaler)) {
                var type = trigger.at("type").text();
                if (!TYPES.contains(type)) {
                    findings.add(
                            scaler,
                            "nobody here knows trigger type '%s'; it is one of %s".formatted(type, sorted(TYPES)));
                }
                trigger.at("metadata").fields().forEach((name, value) -> {
                    if (!(value.value() instanceof String)) {
                        findings.add(scaler, "write %s of trigger %s as a text, in quotes".formatted(name, type));
                    }
                });
                var share = trigger.at("metadata", "value").text();
                if (trigger.at("metricType").is("Utilization")
                        && !SHARE.matcher(share).matches()) {
                    findings.add(scaler, "set value of trigger %s between 1 and 100, not '%s'".formatted(type, share));
                }
                for (var field : List.of("host", "bootstrapServers")) {
                    var host = HOST.matcher(trigger.at("metadata", field).text());
                    if (host.matches() && !host.group(1).equals(scaler.namespace())) {
                        findings.add(
                                scaler,
                                "%s of trigger %s is in namespace %s; let it be %s"
                                        .formatted(field, type, host.group(1), scaler.namespace()));
                    }
                }
            }
        });
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Stream<Node> of(Manifest scaler, String type) {
        return of(scaler).stream().filter(trigger -> trigger.at("type").is(type));
    }

    private static void kafka(Manifests manifests, Findings findings) {
        manifests
                .of("ScaledObject")
                .forEach(scaler -> of(scaler, "kafka").forEach(trigger -> {
                    var metadata = trigger.at("metadata");
                    service(manifests, scaler).ifPresent(service -> work(scaler, service, metadata, findings));
                    var lag = metadata.at("lagThreshold").text();
                    if (!lag.isEmpty() && !lag.matches("[1-9]\\d{0,5}")) {
                        findings.add(
                                scaler,
                                "let lagThreshold be a number of records below a million, not '%s'".formatted(lag));
                    }
                    if (!manifests.isLocal() && !metadata.at("tls").is("enable")) {
                        findings.add(scaler, "set tls: enable for trigger kafka");
                    }
                }));
    }

    /** Scaling by what others read adds pods that find nothing to do. */
    private static void work(Manifest scaler, Service service, Node metadata, Findings findings) {
        var name = metadata.at("topic").text();
        var topic = Arrays.stream(Topic.values())
                .filter(candidate -> candidate.topicName().equals(name))
                .findFirst();
        if (!name.isEmpty()
                && topic.filter(there -> there.consumers().contains(service)).isEmpty()) {
            findings.add(scaler, "its target reads no topic '%s'; name one that it reads".formatted(name));
        }
        if (!metadata.at("consumerGroup").is(service.serviceName())) {
            findings.add(scaler, "set consumerGroup to %s, in which its target reads".formatted(service.serviceName()));
        }
    }

    /** Which key of a user's secret is which. */
    private static void keys(Manifests manifests, Findings findings) {
        manifests
                .of("TriggerAuthentication")
                .forEach(authentication -> authentication
                        .spec()
                        .at("secretTargetRef")
                        .items()
                        .forEach(secret -> key(
                                authentication,
                                secret.at("parameter").text(),
                                secret.at("key").text(),
                                findings)));
    }

    private static void key(Manifest authentication, String parameter, String key, Findings findings) {
        var end = KEYS.getOrDefault(parameter, "");
        if (!key.endsWith(end)) {
            findings.add(authentication, "let %s be a key that ends in %s, not %s".formatted(parameter, end, key));
        }
    }

    static Optional<Service> service(Manifests manifests, Manifest scaler) {
        var target = scaler.spec().at("scaleTargetRef", "name").text();
        return manifests.instances().stream()
                .filter(instance ->
                        instance.isServing() && instance.owner().name().equals(target))
                .map(Instance::application)
                .filter(Application::hasDatabase)
                .map(application -> Service.valueOf(application.name()))
                .findFirst();
    }

    private static void postgresql(Manifests manifests, Findings findings) {
        manifests
                .of("ScaledObject")
                .forEach(scaler -> of(scaler, "postgresql").forEach(trigger -> {
                    var metadata = trigger.at("metadata");
                    if (!manifests.isLocal()
                            && metadata.at("host").exists()
                            && !ENCRYPTED.contains(metadata.at("sslmode").text())) {
                        findings.add(scaler, "set sslmode to require for trigger postgresql");
                    }
                    queue(manifests, scaler, metadata, findings);
                    var name = metadata.at("dbName").text();
                    if (!name.isEmpty()
                            && manifests.of("Cluster").findAny().isPresent()
                            && manifests
                                    .of("Database")
                                    .noneMatch(database ->
                                            database.spec().at("name").is(name))
                            && manifests
                                    .of("Cluster")
                                    .noneMatch(cluster -> cluster.spec()
                                            .at("bootstrap", "initdb", "database")
                                            .is(name))) {
                        findings.add(scaler, "its dbName '%s' is no Database here".formatted(name));
                    }
                }));
    }

    private static void queue(Manifests manifests, Manifest scaler, Node metadata, Findings findings) {
        var host = metadata.at("host").text();
        var service = host.replaceFirst("\\..*", "");
        if (!host.isEmpty()
                && manifests.find("Service", service).isEmpty()
                && manifests.of("Cluster").noneMatch(cluster -> service.equals(cluster.name() + "-rw"))) {
            findings.add(scaler, "its host '%s' is no Service here; take one, or NAME-rw of a Cluster".formatted(host));
        }
        var port = metadata.at("port").text();
        if (!host.isEmpty() && !port.equals("5432")) {
            findings.add(scaler, "set port of trigger postgresql to \"5432\", not '%s'".formatted(port));
        }
        var target = metadata.at("targetQueryValue").text();
        if (!POSITIVE.matcher(target).matches()) {
            findings.add(scaler, "let targetQueryValue be a number above 0, not '%s'".formatted(target));
        }
        if (metadata.at("query").text().isBlank()) {
            findings.add(scaler, "give trigger postgresql a query");
        }
    }

    private static void secrets(Manifests manifests, Findings findings) {
        manifests
                .of("ScaledObject")
                .forEach(scaler -> of(scaler).forEach(trigger -> secrets(manifests, scaler, trigger, findings)));
        manifests
                .of("TriggerAuthentication")
                .forEach(authentication -> authentication.spec().at("secretTargetRef").items().stream()
                        .flatMap(named ->
                                References.missingSecret(
                                        manifests,
                                        named.at("name").text(),
                                        named.at("key").text())
                                        .stream())
                        .forEach(mend -> findings.add(authentication, mend)));
    }

    /** Also where it has other sources than secrets. */
    private static boolean gives(Manifest authentication, Set<String> needed) {
        var given = authentication.spec().at("secretTargetRef").items();
        return given.isEmpty()
                || needed.isEmpty()
                || given.stream()
                        .anyMatch(entry -> needed.contains(entry.at("parameter").text()));
    }

    private static void secrets(Manifests manifests, Manifest scaler, Node trigger, Findings findings) {
        var type = trigger.at("type").text();
        trigger.at("metadata").texts().forEach((name, value) -> {
            if (name.equals("password") || PASSWORD.matcher(value).find()) {
                findings.add(
                        scaler,
                        "%s of trigger %s holds a password; take it from a TriggerAuthentication"
                                .formatted(name, type));
            }
        });
        var reference = trigger.at("authenticationRef");
        var name = reference.at("name").text();
        if (!reference.exists()) {
            if (!manifests.isLocal() && (type.equals("kafka") || type.equals("postgresql"))) {
                findings.add(scaler, "give trigger %s an authenticationRef".formatted(type));
            }
        } else if (!reference.at("kind").is("ClusterTriggerAuthentication")
                && manifests.find("TriggerAuthentication", name).isEmpty()) {
            findings.add(scaler, "its authenticationRef '%s' is no TriggerAuthentication here".formatted(name));
        }
        manifests
                .find("TriggerAuthentication", name)
                .filter(authentication -> !reference.at("kind").is("ClusterTriggerAuthentication")
                        && !gives(authentication, NEEDED.getOrDefault(type, Set.of())))
                .ifPresent(authentication -> findings.add(
                        scaler,
                        "its authenticationRef '%s' gives none of %s for trigger %s"
                                .formatted(name, sorted(NEEDED.getOrDefault(type, Set.of())), type)));
    }
}
