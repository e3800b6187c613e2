package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Strimzi makes topics and users by, and that users can show what listeners ask for. */
final class Strimzi {

    private static final Map<String, String> OPERATORS =
            Map.of("KafkaTopic", "topicOperator", "KafkaUser", "userOperator");

    private Strimzi() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("kafka-operators", Strimzi::operators),
                new Rule("kafka-controllers", Strimzi::controllers),
                new Rule("kafka-login", Strimzi::logins),
                new Rule("topic-name", Strimzi::names),
                new Rule("lag-access", Strimzi::lags));
    }

    private static Optional<Manifest> kafka(Manifests manifests, Manifest manifest) {
        return manifests.find("Kafka", Brokers.cluster(manifest));
    }

    private static void operators(Manifests manifests, Findings findings) {
        OPERATORS.forEach((kind, operator) -> manifests
                .of("Kafka")
                .filter(kafka -> !kafka.spec().at("entityOperator", operator).exists())
                .filter(kafka -> manifests
                        .of(kind)
                        .anyMatch(manifest -> Brokers.cluster(manifest).equals(kafka.name())))
                .forEach(kafka -> findings.add(
                        kafka, "add entityOperator.%s: {}, or nobody makes its %ss".formatted(operator, kind))));
    }

    private static void controllers(Manifests manifests, Findings findings) {
        manifests.of("Kafka").forEach(kafka -> {
            var controllers = manifests
                    .of("KafkaNodePool")
                    .filter(pool -> Brokers.cluster(pool).equals(kafka.name()))
                    .filter(pool -> pool.spec().at("roles").items().stream().anyMatch(role -> role.is("controller")))
                    .mapToLong(pool -> pool.spec().at("replicas").number(0))
                    .sum();
            if (controllers < 1) {
                findings.add(kafka, "add controller to the roles of one of its KafkaNodePools, or no broker starts");
            }
        });
    }

    private static void logins(Manifests manifests, Findings findings) {
        manifests.of("KafkaUser").forEach(user -> {
            var asked = kafka(manifests, user).stream()
                    .flatMap(kafka -> kafka.spec().at("kafka", "listeners").items().stream())
                    .map(listener -> listener.at("authentication", "type").text())
                    .filter(type -> !type.isEmpty())
                    .collect(Collectors.toSet());
            var type = user.spec().at("authentication", "type").text().replace("tls-external", "tls");
            if (!asked.isEmpty() && !type.isEmpty() && !asked.contains(type)) {
                findings.add(
                        user,
                        "set authentication.type to %s, which listeners ask for, not '%s'"
                                .formatted(String.join(" or ", asked), type));
            }
            if (user.spec().at("authorization").exists()
                    && !user.spec().at("authorization", "type").is("simple")) {
                findings.add(user, "set authorization.type: simple, or Strimzi takes none of its ACLs");
            }
        });
    }

    private static void names(Manifests manifests, Findings findings) {
        manifests
                .of("KafkaTopic")
                .filter(topic -> topic.spec().at("topicName").exists()
                        && !topic.spec().at("topicName").is(topic.name()))
                .forEach(topic -> findings.add(
                        topic,
                        "remove topicName: it makes %s instead"
                                .formatted(topic.spec().at("topicName").text())));
    }

    /** Whoever measures how far a group is behind may look at its topic and at the group. */
    private static void lags(Manifests manifests, Findings findings) {
        manifests
                .of("ScaledObject")
                .forEach(scaler -> scaler.spec().at("triggers").items().stream()
                        .filter(trigger -> trigger.at("type").is("kafka") && isRead(manifests, scaler, trigger))
                        .forEach(trigger -> user(manifests, trigger)
                                .ifPresent(user -> lag(scaler, user, trigger.at("metadata"), findings))));
    }

    /** What is scaled by something else is told of that. */
    private static boolean isRead(Manifests manifests, Manifest scaler, Node trigger) {
        return Triggers.service(manifests, scaler)
                .filter(service -> trigger.at("metadata", "consumerGroup").is(service.serviceName()))
                .filter(service -> KafkaAccess.mayRead(service)
                        .contains(trigger.at("metadata", "topic").text()))
                .isPresent();
    }

    private static Optional<Manifest> user(Manifests manifests, Node trigger) {
        return manifests
                .find(
                        "TriggerAuthentication",
                        trigger.at("authenticationRef", "name").text())
                .flatMap(authentication -> authentication.spec().at("secretTargetRef").items().stream()
                        .filter(secret -> Set.of("cert", "password")
                                .contains(secret.at("parameter").text()))
                        .flatMap(secret ->
                                manifests.find("KafkaUser", secret.at("name").text()).stream())
                        .findFirst());
    }

    private static void lag(Manifest scaler, Manifest user, Node metadata, Findings findings) {
        Stream.of(List.of("topic", "topic"), List.of("group", "consumerGroup")).forEach(pair -> {
            var name = metadata.at(pair.get(1)).text();
            var allowed = Stream.of("Describe", "Read", "All")
                    .flatMap(operation -> KafkaAccess.granted(user, pair.getFirst(), operation).stream())
                    .anyMatch(granted -> granted.equals(name)
                            || granted.endsWith("*") && name.startsWith(granted.substring(0, granted.length() - 1)));
            if (!name.isEmpty() && !allowed) {
                findings.add(
                        user,
                        "let it Describe %s %s by an ACL: %s measures how far it is behind"
                                .formatted(pair.getFirst(), name, scaler));
            }
        });
    }
}
