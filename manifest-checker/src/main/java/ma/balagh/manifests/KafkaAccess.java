package ma.balagh.manifests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.Service;
import ma.balagh.contracts.Topic;

/** Topics, and who may write and read them, as {@link Topic} says. */
final class KafkaAccess {

    private static final Set<String> RESOURCES = Set.of("topic", "group");
    private static final Set<String> OPERATIONS = Set.of("Read", "Write", "Describe");

    private KafkaAccess() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("topic", KafkaAccess::topics),
                new Rule("topic-copies", KafkaAccess::copies),
                new Rule("topic-access", KafkaAccess::access),
                new Rule("topic-operation", KafkaAccess::operations),
                new Rule("group-access", KafkaAccess::groups));
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        for (var topic : Topic.values()) {
            names.add(topic.topicName());
            topic.consumers().forEach(consumer -> names.add(topic.deadLetterTopicName(consumer)));
        }
        return names;
    }

    private static void topics(Manifests manifests, Findings findings) {
        var topics = manifests.of("KafkaTopic").toList();
        for (var topic : topics) {
            if (!names().contains(topic.name())) {
                findings.add(topic, "contracts know no such topic; correct the name or remove it");
            }
            if (!topic.spec().at("config", "retention.ms").text().equals("-1")) {
                findings.add(topic, "set config retention.ms: -1, events are kept");
            }
            var bytes = topic.spec().at("config", "retention.bytes");
            if (bytes.exists() && !bytes.text().equals("-1")) {
                findings.add(topic, "remove config retention.bytes, events are kept");
            }
            var policy = topic.spec().at("config", "cleanup.policy");
            if (policy.exists() && !policy.is("delete")) {
                findings.add(topic, "set config cleanup.policy: delete; compacting drops all but the last event");
            }
            if (!manifests.isLocal() && topic.spec().at("partitions").number(1) < 2) {
                findings.add(topic, "set partitions to 2 or more, or one pod reads while the others wait");
            }
        }
        var missing = names();
        topics.forEach(topic -> missing.remove(topic.name()));
        manifests
                .of("Kafka")
                .forEach(kafka -> missing.forEach(name -> findings.add(kafka, "add a KafkaTopic " + name)));
        manifests.find("ConfigMap", "kafka-settings").ifPresent(settings -> {
            var made = settings.content().at("data", "topics").text().lines().collect(Collectors.toSet());
            if (!made.equals(names())) {
                findings.add(settings, "its topics are not those of contracts (Topic), with their dead letters");
            }
        });
    }

    /** An acknowledged event lies on two brokers, and a third may be away meanwhile. */
    private static void copies(Manifests manifests, Findings findings) {
        manifests.of("KafkaTopic").forEach(topic -> {
            var replicas = topic.spec().at("replicas").number(1);
            var brokers = Brokers.brokers(manifests, Brokers.cluster(topic));
            if (brokers > 0 && replicas > brokers) {
                findings.add(topic, "lower replicas to %d: there are no more brokers".formatted(brokers));
            }
            if (replicas > 1 && Brokers.number(topic.spec().at("config", "min.insync.replicas"), 1) >= replicas) {
                findings.add(topic, "lower config min.insync.replicas below replicas, or none may be away");
            }
        });
        if (!manifests.isProduction()) {
            return;
        }
        manifests.of("KafkaTopic").forEach(topic -> {
            if (topic.spec().at("replicas").number(1) < 3) {
                findings.add(topic, "set replicas to 3: a broker may be away and another be lost");
            }
            if (Brokers.number(topic.spec().at("config", "min.insync.replicas"), 1) < 2) {
                findings.add(topic, "set config min.insync.replicas to 2, or one broker alone acknowledges");
            }
        });
    }

    private static void access(Manifests manifests, Findings findings) {
        for (var user : manifests.of("KafkaUser").toList()) {
            var service = service(user);
            var reads = granted(user, "topic", "Read");
            var writes = granted(user, "topic", "Write");
            Set<String> mayRead = service.map(KafkaAccess::mayRead).orElse(Set.of());
            Set<String> mayWrite = service.map(KafkaAccess::mayWrite).orElse(Set.of());
            tell(user, "read", reads, mayRead, findings);
            tell(user, "write", writes, mayWrite, findings);
        }
    }

    private static Optional<Service> service(Manifest user) {
        return Arrays.stream(Service.values())
                .filter(candidate -> candidate.serviceName().equals(user.name()))
                .findFirst();
    }

    /** A service reads in its own group, and replays in another beside it. */
    private static void groups(Manifests manifests, Findings findings) {
        for (var user : manifests.of("KafkaUser").toList()) {
            var has = granted(user, "group", "Read");
            Set<String> may = service(user)
                    .map(service -> Set.of(service.serviceName(), service.serviceName() + ".replay"))
                    .orElse(Set.of());
            may.stream()
                    .filter(group -> !has.contains(group))
                    .sorted()
                    .forEach(group -> findings.add(user, "let it Read group %s by an ACL".formatted(group)));
            has.stream()
                    .filter(group -> !may.contains(group))
                    .forEach(group -> findings.add(user, "group %s is not its own; remove the ACL".formatted(group)));
        }
    }

    private static void tell(Manifest user, String verb, Set<String> has, Set<String> may, Findings findings) {
        for (var topic : has) {
            if (!may.contains(topic)) {
                findings.add(
                        user, "it may %s %s, which contracts give to others; remove the ACL".formatted(verb, topic));
            }
        }
        for (var topic : may) {
            if (!has.contains(topic)) {
                findings.add(user, "it has to %s %s; add an ACL".formatted(verb, topic));
            }
        }
    }

    static Set<String> mayRead(Service service) {
        // Its dead letters, too: they are replayed by the service alone.
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.consumers().contains(service))
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName(service)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mayWrite(Service service) {
        var writes = Arrays.stream(Topic.values())
                .filter(topic -> topic.owner() == service)
                .map(Topic::topicName)
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(Topic.values())
                .filter(topic -> topic.consumers().contains(service))
                .forEach(topic -> writes.add(topic.deadLetterTopicName(service)));
        return writes;
    }

    static Set<String> granted(Manifest user, String type, String operation) {
        return acls(user).stream()
                .filter(acl -> acl.at("resource", "type").text().equals(type))
                .filter(acl -> acl.at("operations").items().stream()
                        .anyMatch(there -> there.text().equals(operation)))
                .map(acl -> acl.at("resource", "name").text()
                        + (acl.at("resource", "patternType").text().equals("prefix") ? "*" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Node> acls(Manifest user) {
        return user.spec().at("authorization", "acls").items();
    }

    private static void operations(Manifests manifests, Findings findings) {
        for (var user : manifests.of("KafkaUser").toList()) {
            for (var acl : acls(user)) {
                var resource = acl.at("resource", "type").text();
                if (!RESOURCES.contains(resource)) {
                    findings.add(
                            user, "it has rights to a %s, which no service needs; remove the ACL".formatted(resource));
                }
                if (acl.at("type").exists() && !acl.at("type").is("allow")) {
                    findings.add(user, "remove type: deny from its ACLs; say what it may");
                }
                if (acl.at("host").exists() && !acl.at("host").is("*")) {
                    findings.add(user, "remove host from its ACLs; pods change theirs");
                }
                acl.at("operations").items().stream()
                        .map(Node::text)
                        .filter(operation -> !OPERATIONS.contains(operation))
                        .forEach(operation -> findings.add(
                                user, "operation %s is more than a service needs; remove it".formatted(operation)));
            }
        }
    }
}
