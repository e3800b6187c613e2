package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Kafka of Strimzi and its nodes: who gets in, and what is left of an event when a broker goes. */
final class Brokers {

    private static final String KAFKA = "kafka";
    static final String CLUSTER = "strimzi.io/cluster";
    private static final Set<String> INSIDE = Set.of("internal", "cluster-ip");
    private static final Set<String> USERS = Set.of("tls", "scram-sha-512");
    private static final Pattern BOOTSTRAP = Pattern.compile("(?<host>[^:/,\\s]+):\\d+");

    /** What each has to be at least with three brokers, and what it is where nobody says it. */
    private static final Map<String, List<Integer>> COPIES = Map.of(
            "default.replication.factor", List.of(3, 1),
            "offsets.topic.replication.factor", List.of(3, 3),
            "transaction.state.log.replication.factor", List.of(3, 3),
            "transaction.state.log.min.isr", List.of(2, 2),
            "min.insync.replicas", List.of(2, 1));

    private Brokers() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("broker-listener", Brokers::listeners),
                new Rule("broker-address", Brokers::addresses),
                new Rule("broker-settings", Brokers::settings),
                new Rule("broker-nodes", Brokers::nodes));
    }

    private static void listeners(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        manifests.of("Kafka").forEach(kafka -> {
            if (!kafka.spec().at("kafka", "authorization", "type").exists()) {
                findings.add(kafka, "set kafka.authorization.type to simple, or nobody holds it to the ACLs");
            }
            for (var superuser :
                    kafka.spec().at("kafka", "authorization", "superUsers").items()) {
                var name = superuser.text().replaceFirst("^CN=", "");
                if (manifests.find("KafkaUser", name).isPresent()) {
                    findings.add(kafka, "remove %s from superUsers, whom no ACL holds".formatted(name));
                }
            }
            for (var listener : listenersOf(kafka)) {
                var name = listener.at("name").text();
                if (!listener.at("tls").is(true)) {
                    findings.add(kafka, "set tls: true for listener %s".formatted(name));
                }
                if (!listener.at("authentication", "type").exists()) {
                    findings.add(kafka, "set authentication.type: tls for listener %s".formatted(name));
                }
                if (!INSIDE.contains(listener.at("type").text())) {
                    findings.add(
                            kafka, "set type: internal for listener %s; nothing outside reads events".formatted(name));
                }
            }
        });
        manifests.of("KafkaUser").forEach(user -> {
            var type = user.spec().at("authentication", "type").text();
            if (!USERS.contains(type.replace("tls-external", "tls"))) {
                findings.add(user, "set authentication.type: tls, or it has nothing to show a listener");
            }
        });
    }

    private static List<Node> listenersOf(Manifest kafka) {
        return kafka.spec().at("kafka", "listeners").items();
    }

    /** Whoever is told where Kafka listens is told so rightly. */
    private static void addresses(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                Environment.variable(manifests, container, "KAFKA_BOOTSTRAP_SERVERS")
                        .ifPresent(variable -> address(
                                manifests, variable.giver(pod), variable.value().text(), findings));
            }
        }
        manifests
                .of("ScaledObject")
                .forEach(scaler -> scaler.spec()
                        .at("triggers")
                        .items()
                        .forEach(trigger -> address(
                                manifests,
                                scaler,
                                trigger.at("metadata", "bootstrapServers").text(),
                                findings)));
    }

    private static void address(Manifests manifests, Manifest caller, String addresses, Findings findings) {
        if (addresses.isBlank()) {
            return;
        }
        for (var address : addresses.split(",", -1)) {
            var bootstrap = BOOTSTRAP.matcher(address.strip());
            var name = bootstrap.matches()
                    ? Addresses.service(bootstrap.group("host"), caller).orElse("")
                    : "";
            if (manifests.of("Kafka").findAny().isEmpty()) {
                service(manifests, caller, address, name, findings);
            } else {
                listener(manifests, caller, address, name, findings);
            }
        }
    }

    private static void listener(Manifests manifests, Manifest caller, String address, String name, Findings findings) {
        var kafka = manifests
                .of("Kafka")
                .filter(there -> name.equals(there.name() + "-kafka-bootstrap"))
                .findFirst();
        var port = port(address);
        if (kafka.isEmpty()) {
            findings.add(
                    caller,
                    "it looks for Kafka at %s; write NAME-kafka-bootstrap:PORT of the one here".formatted(address));
        } else if (listenersOf(kafka.get()).stream()
                .noneMatch(listener -> listener.at("port").text().equals(port))) {
            findings.add(kafka.get(), "give it a listener at port %s, where %s looks for it".formatted(port, caller));
        }
    }

    /** Where no operator runs it. */
    private static void service(Manifests manifests, Manifest caller, String address, String name, Findings findings) {
        int port = CallGraph.PORTS.getOrDefault(KAFKA, 9092);
        var service = manifests.find("Service", KAFKA);
        if (service.isEmpty() || !name.equals(KAFKA) || !port(address).equals(String.valueOf(port))) {
            findings.add(caller, "it looks for Kafka at %s; write %s:%d".formatted(address, KAFKA, port));
        } else if (service.get().spec().at("ports").items().stream()
                .noneMatch(there -> there.at("port").is(port))) {
            findings.add(service.get(), "give it port %d, where %s looks for Kafka".formatted(port, caller));
        }
    }

    private static String port(String address) {
        return address.strip().replaceFirst(".*:", "");
    }

    private static void settings(Manifests manifests, Findings findings) {
        manifests.of("Kafka").forEach(kafka -> {
            var config = kafka.spec().at("kafka", "config");
            if (isTrue(config, "allow.everyone.if.no.acl.found")) {
                findings.add(kafka, "remove allow.everyone.if.no.acl.found: who has no ACL has no right");
            }
            if (isTrue(config, "unclean.leader.election.enable")) {
                findings.add(kafka, "remove unclean.leader.election.enable: it loses acknowledged events");
            }
            if (!config.at("auto.create.topics.enable").text().equalsIgnoreCase("false")) {
                findings.add(kafka, "set auto.create.topics.enable: false, or a misspelt topic is made with one copy");
            }
            if (manifests.isProduction() || brokers(manifests, kafka.name()) >= 3) {
                COPIES.forEach((name, numbers) -> {
                    if (number(config.at(name), numbers.get(1)) < numbers.get(0)) {
                        findings.add(kafka, "set %s to %d".formatted(name, numbers.get(0)));
                    }
                });
            }
        });
    }

    private static boolean isTrue(Node config, String name) {
        return config.at(name).text().equalsIgnoreCase("true");
    }

    /** Also of a number written as a text, which Strimzi takes as well. */
    static int number(Node node, int otherwise) {
        return node.text().matches("\\d{1,9}") ? Integer.parseInt(node.text()) : otherwise;
    }

    /** How many brokers a Kafka has. */
    static int brokers(Manifests manifests, String kafka) {
        return manifests
                .of("KafkaNodePool")
                .filter(pool -> cluster(pool).equals(kafka) && isBroker(pool))
                .mapToInt(pool -> pool.spec().at("replicas").number(0))
                .sum();
    }

    private static boolean isBroker(Manifest pool) {
        return pool.spec().at("roles").items().stream().anyMatch(role -> role.is("broker"));
    }

    /** The Kafka that a pool, topic or user belongs to by its label. */
    static String cluster(Manifest manifest) {
        return manifest.content().at("metadata", "labels", CLUSTER).text();
    }

    private static void nodes(Manifests manifests, Findings findings) {
        for (var kind : List.of("KafkaNodePool", "KafkaTopic", "KafkaUser")) {
            manifests
                    .of(kind)
                    .filter(manifest ->
                            manifests.find("Kafka", cluster(manifest)).isEmpty())
                    .forEach(manifest -> findings.add(
                            manifest,
                            "label it %s with the name of the Kafka here, or no operator sees it".formatted(CLUSTER)));
        }
        manifests
                .of("Kafka")
                .filter(kafka -> manifests.isProduction() && brokers(manifests, kafka.name()) < 3)
                .forEach(kafka -> findings.add(kafka, "let its KafkaNodePools have 3 brokers or more, by replicas"));
        manifests.of("KafkaNodePool").forEach(pool -> storage(pool, findings));
    }

    private static void storage(Manifest pool, Findings findings) {
        var storage = pool.spec().at("storage");
        var volumes = new ArrayList<>(storage.at("volumes").items());
        if (!storage.at("type").is("jbod")) {
            volumes.add(storage);
        }
        if (volumes.isEmpty()) {
            findings.add(pool, "give it a volume under storage.volumes");
        }
        for (var volume : volumes) {
            if (!volume.at("type").is("persistent-claim")) {
                findings.add(pool, "set storage type persistent-claim: others are empty after a restart");
            } else if (isNothing(volume.at("size"))) {
                findings.add(pool, "give its storage a size");
            }
            if (volume.at("deleteClaim").is(true)) {
                findings.add(pool, "set storage deleteClaim: false, or events go with the object");
            }
        }
    }

    /** Whether an amount of bytes is none. */
    static boolean isNothing(Node size) {
        return size.text().isEmpty() || size.text().matches("[0.]+[A-Za-z]*");
    }
}
