package ma.balagh.manifests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;

/** Topics, and who may write and read them, as {@link Topic} says. */
final class KafkaRules {

    private static final String CLUSTER = "strimzi.io/cluster";

    private KafkaRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("topic", KafkaRules::topics),
                new ManifestRule("topic-access", KafkaRules::access),
                new ManifestRule("kafka-cluster", KafkaRules::clusters),
                new ManifestRule("trigger-topic", KafkaRules::triggers));
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        for (var topic : Topic.values()) {
            names.add(topic.topicName());
            topic.consumers().forEach(consumer -> names.add(topic.deadLetterTopicName(consumer)));
        }
        return names;
    }

    private static void topics(ManifestSet manifests, FaultCollector findings) {
        var missing = names();
        for (var topic : manifests.all("KafkaTopic")) {
            if (!missing.remove(topic.name())) {
                findings.add(topic, "contracts know no such topic; correct the name or remove it");
            }
        }
        for (var kafka : manifests.all("Kafka")) {
            missing.forEach(name -> findings.add(kafka, "add a KafkaTopic " + name));
        }
        manifests.find("ConfigMap", "kafka-settings").ifPresent(settings -> {
            var made = settings.content().text("data", "topics").lines().collect(Collectors.toSet());
            if (!made.equals(names())) {
                findings.add(settings, "its topics are not those of contracts (Topic), with their dead letters");
            }
        });
    }

    /** A service reads in its own group, and replays its dead letters in another beside it. Others may only look. */
    private static void access(ManifestSet manifests, FaultCollector findings) {
        for (var user : manifests.all("KafkaUser")) {
            var service = Arrays.stream(SuiteService.values())
                    .filter(candidate -> candidate.serviceName().equals(user.name()))
                    .findFirst();
            compare(user, "read topic", granted(user, "topic", "Read"), service.map(KafkaRules::mayRead), findings);
            compare(user, "write topic", granted(user, "topic", "Write"), service.map(KafkaRules::mayWrite), findings);
            compare(
                    user,
                    "read in group",
                    granted(user, "group", "Read"),
                    service.map(its -> Set.of(its.serviceName(), its.serviceName() + ".replay")),
                    findings);
        }
    }

    private static void compare(
            KubernetesObject user,
            String verb,
            Set<String> has,
            Optional<Set<String>> granted,
            FaultCollector findings) {
        var may = granted.orElse(Set.of());
        has.stream()
                .filter(name -> !may.contains(name))
                .forEach(name -> findings.add(user, "it may %s %s, which is others'; remove the ACL", verb, name));
        may.stream()
                .filter(name -> !has.contains(name))
                .forEach(name -> findings.add(user, "it has to %s %s; add an ACL", verb, name));
    }

    private static Set<String> mayRead(SuiteService service) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.consumers().contains(service))
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName(service)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mayWrite(SuiteService service) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.concat(
                        topic.owner() == service ? Stream.of(topic.topicName()) : Stream.of(),
                        topic.consumers().contains(service)
                                ? Stream.of(topic.deadLetterTopicName(service))
                                : Stream.of()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> granted(KubernetesObject user, String type, String operation) {
        return user.spec().items("authorization", "acls").stream()
                .filter(acl -> acl.text("resource", "type").equals(type))
                .filter(acl -> acl.items("operations").stream().anyMatch(there -> there.is(operation)))
                .map(acl -> acl.text("resource", "name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void clusters(ManifestSet manifests, FaultCollector findings) {
        Stream.of("KafkaNodePool", "KafkaTopic", "KafkaUser")
                .flatMap(manifests::of)
                .filter(manifest -> manifests
                        .find("Kafka", manifest.content().text("metadata", "labels", CLUSTER))
                        .isEmpty())
                .forEach(manifest -> findings.add(
                        manifest, "label it %s with the name of the Kafka here, or no operator sees it", CLUSTER));
    }

    /** What scales a service is the lag of a topic that it reads, and whoever measures that may look at it. */
    private static void triggers(ManifestSet manifests, FaultCollector findings) {
        for (var scaler : manifests.all("ScaledObject")) {
            scaler.spec().items("triggers").stream()
                    .filter(trigger -> trigger.text("type").equals("kafka"))
                    .forEach(trigger -> trigger(manifests, scaler, trigger, findings));
        }
    }

    private static void trigger(
            ManifestSet manifests, KubernetesObject scaler, YamlNode trigger, FaultCollector findings) {
        var topic = trigger.text("metadata", "topic");
        var group = trigger.text("metadata", "consumerGroup");
        var service = service(manifests, scaler);
        if (service.filter(
                        its -> its.serviceName().equals(group) && mayRead(its).contains(topic))
                .isEmpty()) {
            findings.add(scaler, "its target reads no topic '%s' in group '%s'", topic, group);
            return;
        }
        manifests.find("TriggerAuthentication", trigger.text("authenticationRef", "name")).stream()
                .flatMap(authentication -> authentication.spec().items("secretTargetRef").stream())
                .filter(secret -> secret.text("parameter").equals("cert"))
                .flatMap(secret -> manifests.find("KafkaUser", secret.text("name")).stream())
                .filter(user -> !granted(user, "topic", "Describe").contains(topic)
                        || !granted(user, "group", "Describe").contains(group))
                .forEach(user -> findings.add(
                        user, "let it Describe topic %s and group %s: %s measures the lag", topic, group, scaler));
    }

    private static Optional<SuiteService> service(ManifestSet manifests, KubernetesObject scaler) {
        return manifests.instances().stream()
                .filter(instance -> instance.isServing()
                        && instance.owner().name().equals(scaler.spec().text("scaleTargetRef", "name")))
                .map(instance -> SuiteService.valueOf(instance.application().name()))
                .findFirst();
    }
}
