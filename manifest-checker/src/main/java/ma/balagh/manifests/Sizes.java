package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Amounts that are off by an order: what fills up at once, what is more than there is, what is kept too short. */
final class Sizes {

    private static final String LEAST = "1Gi";

    /** A medium is in the scratch folder while it is examined. */
    private static final String LEAST_SCRATCH = "64Mi";

    /** What one event may take, and what a producer writes in a second at least. */
    private static final int MEGABYTE = 1_000_000;

    private static final int DAYS_OF_BACKUPS = 7;

    private Sizes() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("folder-size", Sizes::folders),
                new Rule("claim-size", Sizes::claims),
                new Rule("database-size", Sizes::databases),
                new Rule("backup-kept", Sizes::backups),
                new Rule("broker-size", Sizes::brokers));
    }

    private static void folders(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var volume : pod.spec().at("volumes").items()) {
                var folder = volume.at("emptyDir");
                var name = volume.at("name").text();
                var size = folder.at("sizeLimit").text();
                if (name.equals("scratch") && folder.at("medium").is("Memory")) {
                    findings.add(pod.owner(), "remove medium Memory of volume scratch: media would fill the memory");
                }
                if (name.equals("scratch") && !size.isEmpty() && isLess(size, LEAST_SCRATCH)) {
                    findings.add(pod.owner(), "raise sizeLimit %s of volume scratch: no medium fits".formatted(size));
                }
                pod.mainContainers().stream()
                        .map(container -> container.at("resources", "limits", "ephemeral-storage"))
                        .filter(limit -> limit.exists() && isLess(limit.text(), size))
                        .forEach(limit -> findings.add(
                                pod.owner(),
                                "lower sizeLimit %s of volume '%s' below the container's %s, which ends it first"
                                        .formatted(size, name, limit.text())));
            }
        }
    }

    private static boolean isLess(String amount, String other) {
        return Amounts.isOne(amount)
                && Amounts.isOne(other)
                && Amounts.of(amount).compareTo(Amounts.of(other)) < 0;
    }

    /** What lasts is no smaller than what one medium may have; nothing of it is another rule's. */
    private static void claims(Manifests manifests, Findings findings) {
        manifests
                .of("PersistentVolumeClaim")
                .forEach(claim -> small(
                        claim,
                        "resources.requests.storage",
                        claim.spec().at("resources", "requests", "storage"),
                        findings));
        manifests
                .of("StatefulSet")
                .forEach(set -> set.spec().at("volumeClaimTemplates").items().stream()
                        .map(claim -> claim.at("spec", "resources", "requests", "storage"))
                        .forEach(size -> small(set, "the storage of volumeClaimTemplates", size, findings)));
        manifests.of("Cluster").forEach(cluster -> {
            small(cluster, "storage.size", cluster.spec().at("storage", "size"), findings);
            small(cluster, "walStorage.size", cluster.spec().at("walStorage", "size"), findings);
        });
        manifests
                .of("KafkaNodePool")
                .forEach(pool -> pool.spec().at("storage", "volumes").items().stream()
                        .map(volume -> volume.at("size"))
                        .forEach(size -> small(pool, "the size of its volume", size, findings)));
    }

    private static void small(Manifest manifest, String what, Node size, Findings findings) {
        if (isLess(size.text(), LEAST) && Amounts.of(size.text()).signum() > 0) {
            findings.add(manifest, "raise %s to %s or more: %s is full at once".formatted(what, LEAST, size.text()));
        }
    }

    private static void databases(Manifests manifests, Findings findings) {
        manifests.of("Cluster").forEach(cluster -> {
            var parameters = cluster.spec().at("postgresql", "parameters");
            var memory = cluster.spec().at("resources", "limits", "memory").text();
            kubernetes(parameters.at("shared_buffers").text())
                    .filter(buffers -> isLess(memory, buffers))
                    .ifPresent(buffers ->
                            findings.add(cluster, "lower shared_buffers: it may have %s of memory".formatted(memory)));
            for (var role : cluster.spec().at("managed", "roles").items()) {
                int connections = role.at("connectionLimit").number(-1);
                if (connections >= 0) {
                    findings.add(
                            cluster,
                            "remove connectionLimit %d of role %s: max_connections is for all its replicas"
                                    .formatted(connections, role.at("name").text()));
                }
            }
        });
    }

    /** PostgreSQL's amounts of memory, 128MB, as Kubernetes writes them. */
    private static Optional<String> kubernetes(String amount) {
        return amount.matches("\\d{1,9} ?[kMGT]B")
                ? Optional.of(amount.replace(" ", "").replace("B", "i").replace("k", "K"))
                : Optional.empty();
    }

    private static void backups(Manifests manifests, Findings findings) {
        manifests.of("ObjectStore").forEach(store -> {
            var kept = store.spec().at("retentionPolicy").text();
            if (kept.matches("\\d{1,6}d") && Integer.parseInt(kept.substring(0, kept.length() - 1)) < DAYS_OF_BACKUPS) {
                findings.add(
                        store,
                        "raise retentionPolicy %s to %dd or more: a mistake is found later than that"
                                .formatted(kept, DAYS_OF_BACKUPS));
            }
        });
        manifests.of("Cluster").forEach(cluster -> {
            var archived = cluster.spec()
                    .at("postgresql", "parameters", "archive_timeout")
                    .text();
            if (Durations.of(archived.toLowerCase(Locale.ROOT).replace("min", "m"))
                    .filter(pause -> pause.toMinutes() > 5 || pause.isZero())
                    .isPresent()) {
                findings.add(
                        cluster, "lower archive_timeout %s to 60s: so much may be lost with it".formatted(archived));
            }
        });
    }

    private static void brokers(Manifests manifests, Findings findings) {
        manifests
                .of("Kafka")
                .filter(kafka -> !kafka.spec()
                        .at("kafka", "config", "log.retention.bytes")
                        .text()
                        .matches("(-1)?"))
                .forEach(kafka -> findings.add(kafka, "remove log.retention.bytes: events would be gone in time"));
        manifests.of("KafkaTopic").forEach(topic -> {
            var largest = topic.spec().at("config", "max.message.bytes");
            if (Brokers.number(largest, MEGABYTE) < MEGABYTE) {
                findings.add(topic, "remove max.message.bytes %s: no event fits".formatted(largest.text()));
            }
        });
        manifests
                .of("KafkaUser")
                .forEach(user -> user.spec().at("quotas").fields().entrySet().stream()
                        .filter(quota -> quota.getKey().endsWith("ByteRate")
                                && Brokers.number(quota.getValue(), MEGABYTE) < MEGABYTE)
                        .forEach(quota -> findings.add(
                                user,
                                "remove quota %s: %s bytes in a second are a standstill"
                                        .formatted(
                                                quota.getKey(), quota.getValue().text()))));
        manifests.of("KafkaNodePool").forEach(pool -> {
            var heap = pool.spec().at("jvmOptions", "-Xmx").text();
            var memory = pool.spec().at("resources", "limits", "memory").text();
            if (heap.matches("\\d{1,9}[kmgKMG]")
                    && !memory.isEmpty()
                    && !isLess(heap.toUpperCase(Locale.ROOT) + "i", memory)) {
                findings.add(pool, "lower -Xmx %s below the memory that it may have, %s".formatted(heap, memory));
            }
        });
    }
}
